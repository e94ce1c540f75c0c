package dev.partyline.schemas.serde;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.apache.avro.generic.GenericArray;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Puts Java's lists where Avro has put its own. Avro's compare by schema, without the conversions of generated classes:
 * {@code equals} of two values with a time in a union in a list would throw.
 */
final class PlainLists {
    /** By generated class, the positions of fields that may hold a list, themselves or in a record. */
    private static final ClassValue<int[]> POSITIONS = new ClassValue<>() {
        @Override
        protected int[] computeValue(Class<?> type) {
            return SpecificData.getForClass(type).getSchema(type).getFields().stream()
                    .filter(field -> mayHold(field.schema()))
                    .mapToInt(Schema.Field::pos)
                    .toArray();
        }
    };

    private PlainLists() {}

    static void into(SpecificRecord value) {
        for (int position : POSITIONS.get(value.getClass())) {
            Object field = value.get(position);
            if (field instanceof GenericArray<?> list) {
                value.put(position, plain(list));
            } else if (field instanceof SpecificRecord nested) {
                into(nested);
            }
        }
    }

    private static boolean mayHold(Schema schema) {
        return schema.getType() == Type.UNION
                ? schema.getTypes().stream().anyMatch(PlainLists::mayHold)
                : schema.getType() == Type.ARRAY || schema.getType() == Type.RECORD;
    }

    private static List<Object> plain(GenericArray<?> list) {
        for (Object element : list) {
            if (element instanceof SpecificRecord nested) {
                into(nested);
            }
        }
        return Collections.unmodifiableList(new ArrayList<>(list));
    }
}
