package dev.partyline.api.deadletters;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a dead letter lies, written {@code 3-17}: partition 3 of {@code dead-letters}, offset 17. */
public record Place(int partition, long offset) implements Comparable<Place> {
    /** The form of a place, in words. */
    public static final String FORM = "a partition and an offset of dead-letters, such as 3-17; list shows them";

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})-([0-9]{1,18})");
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::partition).thenComparingLong(Place::offset);

    /** @throws IllegalArgumentException when it is not {@link #FORM} */
    public static Place parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no place; wanted is " + FORM);
        }
        return new Place(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
