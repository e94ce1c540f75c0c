package dev.partyline.api.deadletters;

import dev.partyline.topology.intake.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it lies in {@code dead-letters}.
 *
 * @param buriedAt when the engine put it there
 * @param headers all of them: those of its own, and the engine's
 */
public record Letter(
        Place place, Instant buriedAt, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
    /** Header of a message that was sent again: the letter's place. One for each time. */
    static final String RESENT_HEADER = "partyline.resent";

    /** Header of a note in {@code dead-letters}, a message without a value: the place of a letter that was sent again. */
    static final String NOTE_HEADER = "partyline.resent.letter";

    private static final String UNKNOWN = "?";

    static Letter of(ConsumerRecord<byte[], byte[]> message) {
        return new Letter(
                new Place(message.partition(), message.offset()),
                Instant.ofEpochMilli(message.timestamp()),
                message.key(),
                message.value(),
                List.of(message.headers().toArray()));
    }

    /** The letter that this is only a note about; empty: it is a letter itself. */
    Optional<Place> noted() {
        return header(DeadLetter.REASON_HEADER).isPresent()
                ? Optional.empty()
                : header(NOTE_HEADER).map(Place::parse);
    }

    /** Of {@link DeadLetter.Reason}, or another that a newer engine knows. */
    public String reason() {
        return header(DeadLetter.REASON_HEADER).orElse(UNKNOWN);
    }

    public String detail() {
        return header(DeadLetter.DETAIL_HEADER).orElse(UNKNOWN);
    }

    /** The topic from which the engine took it. */
    public String topic() {
        return header(DeadLetter.TOPIC_HEADER).orElse(UNKNOWN);
    }

    /** Where in that topic. */
    public String origin() {
        return topic() + ", partition " + header(DeadLetter.PARTITION_HEADER).orElse(UNKNOWN) + ", offset "
                + header(DeadLetter.OFFSET_HEADER).orElse(UNKNOWN);
    }

    /** How large it was, when only its beginning is here. */
    public Optional<String> cut() {
        return header(DeadLetter.CUT_HEADER);
    }

    /** The places from which it had been sent again before it came here, first to last. */
    public List<String> resentFrom() {
        return headers.stream()
                .filter(header -> header.key().equals(RESENT_HEADER))
                .map(header -> text(header.value()))
                .toList();
    }

    /** The headers with which it was published. */
    public List<Header> ownHeaders() {
        return headers.stream()
                .filter(header -> !header.key().startsWith(DeadLetter.HEADERS))
                .toList();
    }

    /** The headers with which it is to be sent again. */
    List<Header> resentHeaders() {
        List<Header> all = new ArrayList<>(ownHeaders());
        all.add(header(RESENT_HEADER, place));
        return all;
    }

    static Header header(String name, Place place) {
        return new RecordHeader(name, place.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.key().equals(name))
                .reduce((first, last) -> last)
                .map(header -> text(header.value()));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** By their bytes, as the accessors' arrays would not compare. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Letter letter
                && place.equals(letter.place)
                && buriedAt.equals(letter.buriedAt)
                && Arrays.equals(key, letter.key)
                && Arrays.equals(value, letter.value)
                && headers.equals(letter.headers);
    }

    @Override
    public int hashCode() {
        return place.hashCode();
    }

    /** Without its content. */
    @Override
    public String toString() {
        return "dead letter " + place + " (" + reason() + ")";
    }
}
