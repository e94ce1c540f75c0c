package dev.partyline.topology.visibility;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The change behind something, as the headers of {@code number-access} and {@code contact-access} name it.
 *
 * @param changeId null: none, as for the answer to an encounter
 * @param actor null: the trusted upstream
 * @param policy whether the change was one of policy
 */
record Origin(@Nullable String changeId, @Nullable String actor, boolean policy) {
    /** Nobody's change. */
    static final Origin NONE = new Origin(null, null, false);

    static Origin of(Headers headers) {
        return new Origin(text(headers, "change"), text(headers, "actor"), "policy".equals(text(headers, "cause")));
    }

    /** Why a row is told that a walk for this change calls for. */
    Cause cause(FeedDiff.Row row) {
        if (policy) {
            return Cause.POLICY;
        }
        return row.withdraws() ? Cause.WITHDRAW : Cause.BACKFILL;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
