package dev.partyline.schemas.serde;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Values of generated classes, of any shape that their schemas allow. */
final class RandomValues {
    private static final String LETTERS = "ab|0 é€\uD83D\uDCDE";

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    SpecificRecord of(Schema schema) {
        SpecificRecord record =
                (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), any(field.schema()));
        }
        return record;
    }

    private @Nullable Object any(Schema schema) {
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> random.nextBoolean();
            case INT -> (int) number();
            case LONG -> schema.getLogicalType() == null ? number() : instant();
            case STRING -> text();
            case BYTES -> ByteBuffer.wrap(bytes());
            case ENUM -> symbol(schema);
            case ARRAY -> list(schema.getElementType());
            case UNION ->
                any(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
            case RECORD -> of(schema);
            default -> throw new IllegalArgumentException("no values for " + schema);
        };
    }

    /** Of every length that Avro's encoding has. */
    private long number() {
        long number = random.nextLong() >>> random.nextInt(Long.SIZE);
        return random.nextBoolean() ? number : -number - 1;
    }

    /** Within what an Instant has milliseconds for. */
    private Instant instant() {
        return Instant.ofEpochMilli(number() / 1_000);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        random.ints(
                        random.nextInt(random.nextInt(10) == 0 ? 1_000 : 10),
                        0,
                        LETTERS.codePointCount(0, LETTERS.length()))
                .map(i -> LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, i)))
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Object symbol(Schema schema) {
        Object[] symbols = SpecificData.get().getClass(schema).getEnumConstants();
        return symbols[random.nextInt(symbols.length)];
    }

    private List<?> list(Schema element) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(unused -> any(element))
                .toList();
    }
}
