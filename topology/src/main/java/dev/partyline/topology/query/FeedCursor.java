package dev.partyline.topology.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Where a page of a feed ended. Opaque to callers: they get {@link #toString} and give it back to {@link #parse}.
 *
 * @param place of the last record: what its row's key says behind the user
 */
public record FeedCursor(String place) {
    private static final Pattern FORM =
            Pattern.compile("[0-9]{19}\\|[A-Za-z0-9][A-Za-z0-9._:@+-]{0,127}\\|\\+?[0-9]{3,15}");

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when {@code text} is nothing that a page gave out
     */
    public static FeedCursor parse(String text) {
        String place = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        if (!FORM.matcher(place).matches()) {
            throw new IllegalArgumentException("not a cursor that a page gave out");
        }
        return new FeedCursor(place);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }
}
