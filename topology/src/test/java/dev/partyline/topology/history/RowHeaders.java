package dev.partyline.topology.history;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.header.Header;

/** What a feed row must say about its cause (DESIGN 5): nothing where a live event caused it, else why and which change. */
final class RowHeaders {
    private static final Set<String> CAUSES_OF_CHANGES = Set.of("backfill", "withdraw", "policy");

    private RowHeaders() {}

    /** Whether the row is as one that a live event caused; only erasing says so. */
    static boolean live(Row row) {
        String cause = header(row, "cause");
        return (cause.isEmpty() || cause.equals("erase"))
                && header(row, "change").isEmpty();
    }

    /** Whether the row is as one that a change of access caused. */
    static boolean caused(Row row) {
        return CAUSES_OF_CHANGES.contains(header(row, "cause"))
                && !header(row, "change").isEmpty();
    }

    private static String header(Row row, String name) {
        Header header = row.message().headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
