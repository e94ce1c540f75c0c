package dev.partyline.api.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scenario's times: T is when it begins, a day before it is played, and each step takes place a minute later. */
record Times(Instant begin) {
    /** What a scenario begins with took place this long before T. */
    static final String GIVEN = "T-1h";

    private static final Pattern FORM = Pattern.compile("T(?:([+-])([0-9]+)([mhd]))?");

    static Times of(Instant now) {
        return new Times(now.minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES));
    }

    /** The time of the step with that number, from 1. */
    String ofStep(int step) {
        return "T+" + step + "m";
    }

    /** The time that is written as T, T+5m, T-2h or T-40d. */
    Instant instant(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " is no time: write T, T+5m, T-2h or T-40d");
        }
        if (matcher.group(1) == null) {
            return begin;
        }
        Duration distance = duration(Long.parseLong(matcher.group(2)), matcher.group(3));
        return matcher.group(1).equals("+") ? begin.plus(distance) : begin.minus(distance);
    }

    /** A time as it is written, in minutes; one that does not lie on a minute as it is. */
    String text(long millis) {
        Duration distance = Duration.between(begin, Instant.ofEpochMilli(millis));
        return Optional.of(distance)
                .filter(each -> each.toMillis() % Duration.ofMinutes(1).toMillis() == 0)
                .map(each -> (each.isNegative() ? "T" : "T+") + each.toMinutes() + "m")
                .orElseGet(() -> Instant.ofEpochMilli(millis).toString());
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
