package dev.partyline.schemas;

import org.jspecify.annotations.Nullable;

/** The forms of ids and numbers (DESIGN 2). No id can contain {@code |}, so keys joined with it are unambiguous. */
public final class Ids {
    /** The form of an id, in words, for error messages. */
    public static final String ID_FORM = "1 to 128 of A-Z a-z 0-9 . _ : @ + -, beginning with a letter or digit";

    /** The normal form of a number, in words, for error messages. */
    public static final String NUMBER_FORM =
            "E.164 (+ and 7 to 15 digits, the first not 0) or a short code of 3 to 8 digits";

    private static final int MAX_ID_LENGTH = 128;

    private Ids() {}

    /** Whether {@code value} is a well-formed workspaceId, userId, recordId, contactId or changeId. */
    public static boolean isId(@Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > MAX_ID_LENGTH || !isAlphanumeric(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            if (!isIdCharacter(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code value} is a number in normal form: E.164 or a short code, by form, not by numbering plan. */
    public static boolean isNumber(@Nullable String value) {
        if (value == null) {
            return false;
        }
        return value.startsWith("+") ? isDigits(value, 1, 7, 15) && value.charAt(1) != '0' : isDigits(value, 0, 3, 8);
    }

    /** Whether from {@code begin} on there are {@code least} to {@code most} digits, and nothing else. */
    private static boolean isDigits(String value, int begin, int least, int most) {
        int length = value.length() - begin;
        if (length < least || length > most) {
            return false;
        }
        for (int i = begin; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdCharacter(char c) {
        return isAlphanumeric(c) || c == '.' || c == '_' || c == ':' || c == '@' || c == '+' || c == '-';
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
