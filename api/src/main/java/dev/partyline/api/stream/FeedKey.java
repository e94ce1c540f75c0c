package dev.partyline.api.stream;

/**
 * What a key of the topic {@code feed} names (DESIGN 5).
 *
 * @param number of a record or a line; empty for the user's own row
 * @param startedAt of a record, milliseconds since the epoch; else 0
 * @param recordId of a record; else empty
 */
record FeedKey(Kind kind, String number, long startedAt, String recordId) {
    private static final String RECORD = "|rec|";
    private static final String LINE = "|line|";

    /** What a row is. */
    enum Kind {
        RECORD,
        LINE,
        USER
    }

    /**
     * @param key a whole key
     * @param user the length of the {@code ws|userId} that it begins with
     */
    static FeedKey parse(String key, int user) {
        if (key.startsWith(LINE, user)) {
            return new FeedKey(Kind.LINE, key.substring(user + LINE.length()), 0, "");
        }
        if (!key.startsWith(RECORD, user)) {
            return new FeedKey(Kind.USER, "", 0, "");
        }
        int time = user + RECORD.length();
        int id = key.indexOf('|', time);
        int number = key.indexOf('|', id + 1);
        long startedAt = Long.MAX_VALUE - Long.parseLong(key, time, id, 10);
        return new FeedKey(Kind.RECORD, key.substring(number + 1), startedAt, key.substring(id + 1, number));
    }
}
