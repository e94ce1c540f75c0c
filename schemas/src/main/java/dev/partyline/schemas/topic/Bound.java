package dev.partyline.schemas.topic;

/** How a topic's setting is held against its declaration. */
enum Bound {
    /** Any other value loses or misdates rows. */
    EQUAL(""),
    /** Less loses rows that somebody still counts on, or has no room for them; more costs disk alone. -1 is without end. */
    AT_LEAST("at least "),
    /** More keeps what was erased for longer than was promised. */
    AT_MOST("at most ");

    private static final String FOREVER = "-1";

    private final String words;

    Bound(String words) {
        this.words = words;
    }

    /** Whether {@code is} will do where {@code must} is declared; both as the broker writes them. */
    boolean permits(String is, String must) {
        return switch (this) {
            case EQUAL -> is.equals(must);
            case AT_LEAST -> is.equals(FOREVER) || !must.equals(FOREVER) && compare(is, must) >= 0;
            case AT_MOST -> compare(is, must) <= 0;
        };
    }

    /** What must be, in words. */
    String describe(String must) {
        return must.equals(FOREVER) ? FOREVER + " (without end)" : words + must;
    }

    private static int compare(String is, String must) {
        return Long.compare(Long.parseLong(is), Long.parseLong(must));
    }
}
