package dev.partyline.schemas.serde;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of a generated class that were written with the class's own schema, as Avro's own reader does, but for lists,
 * which are Java's. What the schema says is looked up once, not with each value. Knows what our schemas consist of; the
 * counterpart of {@link AvroWriter}. Safe for many threads.
 */
public final class AvroReader<V extends SpecificRecord> {
    private final Part record;

    private AvroReader(Part record) {
        this.record = record;
    }

    /** Reads what one part of a schema describes. */
    @FunctionalInterface
    private interface Part {
        @Nullable
        Object read(AvroInput in) throws IOException;
    }

    /**
     * The reader of a generated class.
     *
     * @throws IllegalArgumentException when its schema has a type that this does not know
     */
    public static <V extends SpecificRecord> AvroReader<V> of(Class<V> type) {
        return of(SpecificData.getForClass(type).getSchema(type));
    }

    /** As {@link #of(Class)}, of the class that was generated from {@code schema}. */
    static <V extends SpecificRecord> AvroReader<V> of(Schema schema) {
        return new AvroReader<>(part(schema, new HashMap<>()));
    }

    /** Whether what was written with a schema is, byte for byte, what the other would write. */
    static boolean areAlike(Schema one, Schema other) {
        return SchemaNormalization.toParsingForm(one).equals(SchemaNormalization.toParsingForm(other));
    }

    /**
     * The value that the bytes hold.
     *
     * @param offset where they begin; they go on to the end of the array
     * @throws IOException when they end early, or go on after the value, or are none
     */
    @SuppressWarnings("unchecked") // The part was made from V's schema.
    public V read(byte[] bytes, int offset) throws IOException {
        AvroInput in = new AvroInput(bytes, offset);
        Object value = record.read(in);
        if (value == null) {
            throw new IOException("it is null");
        }
        if (in.left() > 0) {
            throw new IOException(in.left() + " bytes are left over after it");
        }
        return (V) value;
    }

    /** @param records those met so far: a record may hold itself */
    private static Part part(Schema schema, Map<String, RecordPart> records) {
        return switch (schema.getType()) {
            case NULL -> in -> null;
            case BOOLEAN -> AvroInput::readBoolean;
            case INT -> number(schema, AvroInput::readInt);
            case LONG -> number(schema, AvroInput::readLong);
            case STRING -> AvroInput::readString;
            case BYTES -> AvroInput::readBytes;
            case ENUM -> new EnumPart(constants(schema));
            case ARRAY -> new ArrayPart(part(schema.getElementType(), records));
            case UNION ->
                new UnionPart(schema.getTypes().stream()
                        .map(type -> part(type, records))
                        .toArray(Part[]::new));
            case RECORD -> record(schema, records);
            default -> throw new IllegalArgumentException("no reader for a " + schema.getType() + ", in: " + schema);
        };
    }

    private static Part number(Schema schema, Part plain) {
        if (schema.getLogicalType() == null) {
            return plain;
        }
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return in -> Instant.ofEpochMilli(in.readLong());
        }
        throw new IllegalArgumentException(
                "no reader for a " + schema.getLogicalType().getName());
    }

    private static Object[] constants(Schema schema) {
        Map<String, Object> byName = new HashMap<>();
        for (Object constant : generated(schema).getEnumConstants()) {
            byName.put(((Enum<?>) constant).name(), constant);
        }
        return schema.getEnumSymbols().stream().map(byName::get).toArray();
    }

    private static Class<?> generated(Schema schema) {
        Class<?> type = SpecificData.getForSchema(schema).getClass(schema);
        if (type == null) {
            throw new IllegalArgumentException("no class was generated from " + schema.getFullName());
        }
        return type;
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            return type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " is not a class that Avro generates", e);
        }
    }

    private static Part record(Schema schema, Map<String, RecordPart> records) {
        RecordPart known = records.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        List<Schema.Field> fields = schema.getFields();
        RecordPart part = new RecordPart(constructor(generated(schema)), new Part[fields.size()]);
        records.put(schema.getFullName(), part);
        for (Schema.Field field : fields) {
            part.fields[field.pos()] = part(field.schema(), records);
        }
        return part;
    }

    private record RecordPart(Constructor<?> constructor, Part[] fields) implements Part {
        @Override
        public Object read(AvroInput in) throws IOException {
            SpecificRecord whole = empty();
            for (int i = 0; i < fields.length; i++) {
                whole.put(i, fields[i].read(in));
            }
            return whole;
        }

        private SpecificRecord empty() {
            try {
                return (SpecificRecord) constructor.newInstance();
            } catch (ReflectiveOperationException e) {
                throw new AvroRuntimeException(e);
            }
        }
    }

    private record EnumPart(Object[] constants) implements Part {
        @Override
        public Object read(AvroInput in) throws IOException {
            return constants[chosen(in, constants.length, "symbol")];
        }
    }

    private record UnionPart(Part[] branches) implements Part {
        @Override
        public @Nullable Object read(AvroInput in) throws IOException {
            return branches[chosen(in, branches.length, "type of a union")].read(in);
        }
    }

    private record ArrayPart(Part element) implements Part {
        @Override
        public Object read(AvroInput in) throws IOException {
            int items = in.readItems();
            if (items == 0) {
                return Collections.emptyList();
            }
            List<@Nullable Object> elements = new ArrayList<>();
            for (; items > 0; items = in.readItems()) {
                for (int i = 0; i < items; i++) {
                    elements.add(element.read(in));
                }
            }
            return Collections.unmodifiableList(elements);
        }
    }

    private static int chosen(AvroInput in, int size, String what) throws IOException {
        int index = in.readInt();
        if (index < 0 || index >= size) {
            throw new IOException(what + " " + index + ", where there are " + size);
        }
        return index;
    }
}
