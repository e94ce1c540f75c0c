package dev.partyline.api.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.schemas.serde.AnyAvro;
import dev.partyline.schemas.serde.UnreadableMessageException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/** One dead letter for people: why it lies there, what to do about it, and what it holds. */
public final class Explained {
    private static final int MOST_HEX = 512;
    private static final int MOST_KEY = 200;
    private static final String INDENT = "  ";
    private static final int FIELD_INDENT = 14;

    private final Optional<AnyAvro> avro;

    /** @param avro how values are read; empty: they are shown in hexadecimal */
    public Explained(Optional<AnyAvro> avro) {
        this.avro = avro;
    }

    /** All there is to say about {@code letter}, in lines. */
    public String text(Letter letter) {
        Explanation explanation = Explanation.of(letter.reason());
        StringBuilder text = new StringBuilder();
        text.append("Dead letter ").append(letter.place()).append(", buried ").append(letter.buriedAt());
        text.append("\n\n");
        field(text, "came from", letter.origin());
        field(text, "key", Printable.clipped(Printable.text(letter.key()), MOST_KEY));
        field(text, "reason", letter.reason());
        field(text, "detail", letter.detail());
        letter.cut().ifPresent(was -> field(text, "cut", "only its beginning is here; it had " + was));
        if (!letter.resentFrom().isEmpty()) {
            field(text, "sent again", "before it came here, from " + String.join(", ", letter.resentFrom()));
        }
        section(text, "What it means", explanation.meaning());
        section(text, "What to do", explanation.remedy() + resending(letter, explanation));
        headers(text, letter);
        value(text, letter);
        return text.toString();
    }

    private static String resending(Letter letter, Explanation explanation) {
        if (letter.cut().isPresent()) {
            return " It cannot be sent again from here: publish it anew.";
        }
        return explanation
                .resending()
                .map(when -> " Sending it again helps when " + when + ".")
                .orElse(" Sending it again as it is would bring it back here: publish it anew, as it should be.");
    }

    private static void headers(StringBuilder text, Letter letter) {
        if (letter.ownHeaders().isEmpty()) {
            return;
        }
        text.append("\nIts own headers\n");
        for (Header header : letter.ownHeaders()) {
            field(text, header.key(), Printable.clipped(Printable.text(header.value()), MOST_KEY));
        }
    }

    private void value(StringBuilder text, Letter letter) {
        byte[] value = letter.value();
        if (value == null) {
            text.append("\nIt has no value\n");
            return;
        }
        text.append("\nIts value, ").append(value.length).append(" bytes\n");
        Optional<String> read = avro.flatMap(reader -> read(reader, letter.topic(), value, text));
        if (avro.isEmpty()) {
            line(text, "(with a registry it could be read, if it is Avro)");
        }
        text.append(read.orElseGet(() -> Printable.hex(value, MOST_HEX, INDENT)));
    }

    /** As JSON; or empty, with the cause told. */
    private static Optional<String> read(AnyAvro avro, String topic, byte[] value, StringBuilder text) {
        try {
            AnyAvro.Datum datum = avro.read(topic, value);
            line(text, "a " + datum.type() + ", written with schema id " + datum.schemaId());
            return Optional.of(pretty(datum.json()).indent(INDENT.length()));
        } catch (UnreadableMessageException e) {
            line(text, "It cannot be read: " + e.getMessage());
        } catch (KafkaException e) {
            line(text, "It was not read, because of the registry: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static String pretty(String json) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json));
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private static void section(StringBuilder text, String title, String words) {
        text.append('\n').append(title).append('\n');
        line(text, words);
    }

    /** A name, and behind it a value that goes on in further lines beneath itself. */
    private static void field(StringBuilder text, String name, String value) {
        String beneath = " ".repeat(FIELD_INDENT);
        List<String> lines = Words.wrapped(Printable.text(value), beneath);
        text.append(
                String.format("  %-11s %s%n", Printable.text(name), lines.get(0).strip()));
        lines.stream().skip(1).forEach(line -> text.append(line).append('\n'));
    }

    private static void line(StringBuilder text, String words) {
        Words.wrapped(Printable.text(words), INDENT)
                .forEach(line -> text.append(line).append('\n'));
    }
}
