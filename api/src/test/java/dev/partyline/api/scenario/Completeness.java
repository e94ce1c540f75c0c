package dev.partyline.api.scenario;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether what was read has all keys that it must have: those that may be left out are {@code @Nullable}. */
final class Completeness {
    private Completeness() {}

    /** A key that is missing in {@code value} or in something in it; empty: none is. */
    static Optional<String> missing(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            return first(items.stream().map(Completeness::missing));
        } else if (value instanceof Map<?, ?> map) {
            return missing(map.values());
        } else if (value instanceof Record) {
            return first(Stream.of(value.getClass().getRecordComponents()).map(key -> missing(key, value)));
        }
        return Optional.empty();
    }

    private static Optional<String> missing(RecordComponent key, Object owner) {
        Object value = value(key, owner);
        return value == null && !key.getAnnotatedType().isAnnotationPresent(Nullable.class)
                ? Optional.of(key.getName())
                : missing(value);
    }

    private static @Nullable Object value(RecordComponent key, Object owner) {
        try {
            key.getAccessor().setAccessible(true);
            return key.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(key + " cannot be read", e);
        }
    }

    private static Optional<String> first(Stream<Optional<String>> keys) {
        return keys.flatMap(Optional::stream).findFirst();
    }
}
