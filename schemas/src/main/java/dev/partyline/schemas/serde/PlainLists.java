package dev.partyline.schemas.serde;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.generic.GenericArray;
import org.apache.avro.specific.SpecificRecord;

/**
 * Puts Java's lists where Avro has put its own. Avro's compare by schema, without the conversions of generated classes:
 * {@code equals} of two values with a time in a union in a list would throw.
 */
final class PlainLists {
    private PlainLists() {}

    static void into(SpecificRecord value) {
        int fields = value.getSchema().getFields().size();
        for (int i = 0; i < fields; i++) {
            Object field = value.get(i);
            if (field instanceof GenericArray<?> list) {
                value.put(i, plain(list));
            } else if (field instanceof SpecificRecord nested) {
                into(nested);
            }
        }
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
