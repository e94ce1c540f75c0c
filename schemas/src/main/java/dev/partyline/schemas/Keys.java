package dev.partyline.schemas;

/** Keys of the topics (DESIGN 5). All are ASCII, because ids and numbers are: a key's order is its bytes' order. */
public final class Keys {
    private static final char SEPARATOR = '|';
    private static final int POSITION_DIGITS = 19;

    private Keys() {}

    /** {@code ws|number}: key of {@code number-access} and of all that is kept per number. */
    public static String ofNumber(String workspaceId, String number) {
        return workspaceId + SEPARATOR + number;
    }

    /** {@code ws|number|contactId}: key of {@code contact-access}. */
    public static String ofContact(String workspaceId, String number, String contactId) {
        return ofNumber(workspaceId, number) + SEPARATOR + contactId;
    }

    /** {@code ws|userId}: key of {@code user-access}, and what {@code feed} is partitioned by. */
    public static String ofUser(String workspaceId, String userId) {
        return workspaceId + SEPARATOR + userId;
    }

    /** {@code ws|userId|line|number}: a user's line row in the feed. */
    public static String ofFeedLine(String workspaceId, String userId, String number) {
        return ofUser(workspaceId, userId) + "|line|" + number;
    }

    /**
     * {@code ws|userId|rec|position|number}: a record row in the feed; see {@link #position}. The number is part of a
     * record's identity: two legs of one call may share their id and their time.
     */
    public static String ofFeedRecord(String workspaceId, String userId, String position, String number) {
        return feedRecords(workspaceId, userId) + feedRecordSuffix(position, number);
    }

    /** What the keys of a user's record rows begin with. */
    public static String feedRecords(String workspaceId, String userId) {
        return ofUser(workspaceId, userId) + "|rec|";
    }

    /** What the keys of a record's rows end with, whoever's they are. */
    public static String feedRecordSuffix(String position, String number) {
        return position + SEPARATOR + number;
    }

    /** {@code ws|userId|user}: the user's own row in the feed. */
    public static String ofFeedUser(String workspaceId, String userId) {
        return ofUser(workspaceId, userId) + "|user";
    }

    /**
     * {@code <19 digits: 9223372036854775807 - startedAt>|recordId}: a record's place among others, newest first.
     *
     * @param startedAtMillis milliseconds since the epoch, not negative
     */
    public static String position(long startedAtMillis, String recordId) {
        String inverted = Long.toString(Long.MAX_VALUE - startedAtMillis);
        return "0".repeat(POSITION_DIGITS - inverted.length()) + inverted + SEPARATOR + recordId;
    }

    /** Whether {@code text} has the form that {@link #position} gives. */
    public static boolean isPosition(String text) {
        return text.length() > POSITION_DIGITS
                && text.charAt(POSITION_DIGITS) == SEPARATOR
                && text.chars().limit(POSITION_DIGITS).allMatch(c -> c >= '0' && c <= '9')
                && Ids.isId(text.substring(POSITION_DIGITS + 1));
    }

    /** The number of {@code ws|number} or {@code ws|number|contactId}. */
    public static String numberOf(String key) {
        int from = key.indexOf(SEPARATOR) + 1;
        int to = key.indexOf(SEPARATOR, from);
        return to < 0 ? key.substring(from) : key.substring(from, to);
    }

    /** The {@code ws|userId} that a key of {@code feed} or {@code user-access} begins with. */
    public static String userOf(String key) {
        int to = key.indexOf(SEPARATOR, key.indexOf(SEPARATOR) + 1);
        return to < 0 ? key : key.substring(0, to);
    }

    /** Length of the {@code ws|userId} that {@code feedKey} begins with, in bytes. */
    public static int userPrefixLength(byte[] feedKey) {
        int separators = 0;
        for (int i = 0; i < feedKey.length; i++) {
            if (feedKey[i] == SEPARATOR && ++separators == 2) {
                return i;
            }
        }
        throw new IllegalArgumentException("not a feed key: it has fewer than two '|'");
    }
}
