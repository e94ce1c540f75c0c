package dev.partyline.api.replay;

import dev.partyline.schemas.Ids;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads fields of a line. Each method throws IllegalArgumentException naming the field and what is wanted there. */
final class Fields {
    private Fields() {}

    static String id(String field, String text) {
        if (!Ids.isId(text)) {
            throw wrong(field, text, Ids.ID_FORM);
        }
        return text;
    }

    /** As {@link #id}, or empty. */
    static String optionalId(String field, String text) {
        return text.isEmpty() ? text : id(field, text);
    }

    static String number(String field, String text) {
        if (!Ids.isNumber(text)) {
            throw wrong(field, text, Ids.NUMBER_FORM);
        }
        return text;
    }

    static Instant instant(String field, String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.toEpochMilli() >= 0) {
                return instant;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    wrong(field, text, "a time such as 1999-01-31T08:15:30Z").getMessage(), e);
        }
        throw wrong(field, text, "a time of 1970 or later");
    }

    /** Whether {@code text} is the first of the two words. */
    static boolean oneOf(String field, String text, String yes, String no) {
        if (!text.equals(yes) && !text.equals(no)) {
            throw wrong(field, text, yes + " or " + no);
        }
        return text.equals(yes);
    }

    static int seconds(String field, String text) {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= 0) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    wrong(field, text, "whole seconds").getMessage(), e);
        }
        throw wrong(field, text, "whole seconds, 0 or more");
    }

    private static IllegalArgumentException wrong(String field, String text, String wanted) {
        String shown = text.length() <= 60 ? text : text.substring(0, 57) + "...";
        return new IllegalArgumentException(field + " is \"" + shown + "\", wanted is " + wanted);
    }
}
