package dev.partyline.bench.cluster;

/**
 * How large the invented company is, and what its people and numbers are called.
 *
 * @param records on each number at the start
 */
record Size(int users, int numbers, int records) {
    static final String PATH = "/v1/workspaces/" + Cluster.WORKSPACE;

    private static final int FIRST_LINE = 100;

    static String user(int user) {
        return "user" + user;
    }

    static String number(int number) {
        return "+1212555" + String.format("%04d", FIRST_LINE + number);
    }

    /** Which number that is. */
    static int indexOf(String number) {
        return Integer.parseInt(number.substring("+1212555".length())) - FIRST_LINE;
    }

    /** A user's feed. */
    static String feed(int user) {
        return PATH + "/users/" + user(user) + "/feed";
    }
}
