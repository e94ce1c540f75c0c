package dev.partyline.topology.visibility;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The headers that say why a row was told: made once for all rows of one change, which may be a whole history's. */
final class CauseHeaders {
    private final Map<Cause, Headers> known = new EnumMap<>(Cause.class);
    private @Nullable String changeId;

    /** @param change the change behind the row; null: none */
    Headers of(Cause cause, @Nullable String change) {
        if (!Objects.equals(change, changeId)) {
            known.clear();
            changeId = change;
        }
        return known.computeIfAbsent(cause, first -> headers(first, change));
    }

    private static Headers headers(Cause cause, @Nullable String change) {
        Headers headers = new RecordHeaders().add("cause", bytes(cause.word()));
        return change == null ? headers : headers.add("change", bytes(change));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
