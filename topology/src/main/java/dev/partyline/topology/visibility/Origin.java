package dev.partyline.topology.visibility;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The change behind something, as the headers of {@code number-access} name it.
 *
 * @param changeId null: not said
 * @param actor null: the trusted upstream
 */
record Origin(@Nullable String changeId, @Nullable String actor) {
    static Origin of(Headers headers) {
        return new Origin(text(headers, "change"), text(headers, "actor"));
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
