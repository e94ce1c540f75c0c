package dev.partyline.schemas.serde;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of a generated class in Avro's binary encoding, byte for byte as Avro's own writer does. What the schema
 * says is looked up once, not with each value, which is where Avro's spends its time. Knows what our schemas consist of.
 * Safe for many threads.
 */
public final class AvroWriter<V extends SpecificRecord> {
    private static final ThreadLocal<AvroOutput> OUTPUTS = ThreadLocal.withInitial(AvroOutput::new);

    private final Part record;

    private AvroWriter(Part record) {
        this.record = record;
    }

    /** Writes what one part of a schema describes. */
    private interface Part {
        void write(Object value, AvroOutput out);

        /** Writes that there is nothing; false: there must be something. */
        default boolean writeNull(AvroOutput out) {
            return false;
        }
    }

    /**
     * The writer of a generated class.
     *
     * @throws IllegalArgumentException when its schema has a type that this does not know
     */
    public static <V extends SpecificRecord> AvroWriter<V> of(Class<V> type) {
        return of(SpecificData.getForClass(type).getSchema(type));
    }

    /** As {@link #of(Class)}, of the class that was generated from {@code schema}. */
    static <V extends SpecificRecord> AvroWriter<V> of(Schema schema) {
        return new AvroWriter<>(part(schema, new HashMap<>()));
    }

    /**
     * The value's bytes.
     *
     * @param header what they begin with
     * @throws RuntimeException when the value does not fit its schema
     */
    public byte[] write(byte[] header, V value) {
        AvroOutput out = OUTPUTS.get();
        out.clear();
        out.writeRaw(header);
        record.write(value, out);
        return out.toByteArray();
    }

    /** @param records those met so far: a record may hold itself */
    private static Part part(Schema schema, Map<String, RecordPart> records) {
        return switch (schema.getType()) {
            case BOOLEAN -> (value, out) -> out.writeBoolean((Boolean) value);
            case INT -> number(schema, (value, out) -> out.writeLong((Integer) value));
            case LONG -> number(schema, (value, out) -> out.writeLong((Long) value));
            case STRING -> (value, out) -> out.writeString(value.toString());
            case BYTES -> (value, out) -> out.writeBytes((ByteBuffer) value);
            case ENUM -> (value, out) -> out.writeLong(((Enum<?>) value).ordinal());
            case ARRAY -> array(part(schema.getElementType(), records));
            case UNION -> UnionPart.of(schema, records);
            case RECORD -> record(schema, records);
            default -> throw new IllegalArgumentException("no writer for a " + schema.getType() + ", in: " + schema);
        };
    }

    private static Part number(Schema schema, Part plain) {
        if (schema.getLogicalType() == null) {
            return plain;
        }
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return (value, out) -> out.writeLong(((Instant) value).toEpochMilli());
        }
        throw new IllegalArgumentException(
                "no writer for a " + schema.getLogicalType().getName());
    }

    private static Part array(Part element) {
        return (value, out) -> {
            Collection<?> elements = (Collection<?>) value;
            if (!elements.isEmpty()) {
                out.writeLong(elements.size());
                for (Object each : elements) {
                    element.write(each, out);
                }
            }
            out.writeLong(0);
        };
    }

    private static Part record(Schema schema, Map<String, RecordPart> records) {
        RecordPart known = records.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        List<Schema.Field> fields = schema.getFields();
        RecordPart part = new RecordPart(schema, new Part[fields.size()]);
        records.put(schema.getFullName(), part);
        for (Schema.Field field : fields) {
            part.fields[field.pos()] = part(field.schema(), records);
        }
        return part;
    }

    private record RecordPart(Schema schema, Part[] fields) implements Part {
        @Override
        public void write(Object value, AvroOutput out) {
            SpecificRecord whole = (SpecificRecord) value;
            for (int i = 0; i < fields.length; i++) {
                Object field = whole.get(i);
                if (field != null) {
                    fields[i].write(field, out);
                } else if (!fields[i].writeNull(out)) {
                    throw new AvroRuntimeException("null in field "
                            + schema.getFields().get(i).name() + " of " + schema.getFullName() + ", which must be set");
                }
            }
        }
    }

    /**
     * Null or one other, or one of several records.
     *
     * @param ofNull null's place in the union; -1: it has none
     * @param only the other; null: there are several
     * @param others all but null: of several each is a record, told by its full name
     */
    private record UnionPart(int ofNull, @Nullable Branch only, Map<String, Branch> others) implements Part {
        static UnionPart of(Schema union, Map<String, RecordPart> records) {
            List<Schema> types = union.getTypes();
            Map<String, Branch> others = new HashMap<>();
            int ofNull = -1;
            for (int i = 0; i < types.size(); i++) {
                if (types.get(i).getType() == Type.NULL) {
                    ofNull = i;
                } else {
                    others.put(types.get(i).getFullName(), new Branch(i, part(types.get(i), records)));
                }
            }
            if (others.size() > 1 && !types.stream().allMatch(type -> type.getType() == Type.RECORD)) {
                throw new IllegalArgumentException(
                        "no writer for a union of several that are not all records: " + union);
            }
            Branch only = others.size() == 1 ? others.values().iterator().next() : null;
            return new UnionPart(ofNull, only, Map.copyOf(others));
        }

        @Override
        public void write(Object value, AvroOutput out) {
            Branch branch = branch(value);
            if (branch == null) {
                throw new AvroRuntimeException(
                        "a " + value.getClass().getName() + " where only " + others.keySet() + " may be");
            }
            out.writeLong(branch.index());
            branch.part().write(value, out);
        }

        @Override
        public boolean writeNull(AvroOutput out) {
            if (ofNull >= 0) {
                out.writeLong(ofNull);
            }
            return ofNull >= 0;
        }

        private @Nullable Branch branch(Object value) {
            return only != null
                    ? only
                    : others.get(((SpecificRecord) value).getSchema().getFullName());
        }

        /** @param index its place in the union */
        private record Branch(int index, Part part) {}
    }
}
