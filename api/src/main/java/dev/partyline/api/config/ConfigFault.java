package dev.partyline.api.config;

/**
 * Something wrong with a configuration.
 *
 * @param key dotted, as {@code http.port}; empty: the file as a whole
 * @param line where it stands, from 1; 0: nowhere
 * @param message what is wrong, and how to mend it; never a secret
 */
record ConfigFault(String key, int line, String message) {
    @Override
    public String toString() {
        String where = line == 0 ? "" : " (line " + line + ")";
        return (key.isEmpty() ? "" : key + ": ") + message + where;
    }
}
