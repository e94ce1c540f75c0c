package dev.partyline.topology.history;

import dev.partyline.model.LoggedChange;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.PolicySet;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.header.Header;

/** What a feed row must say about its cause (DESIGN 5): nothing where a live event caused it, else why and which change. */
final class RowHeaders {
    private final Set<String> changes = new HashSet<>();
    private final Set<String> policies = new HashSet<>();

    /** @param history names the changes that may be behind a row */
    RowHeaders(History history) {
        for (LoggedChange logged : history.changes()) {
            Object change = logged.change().getChange();
            boolean first = changes.add(logged.change().getChangeId());
            if (first && (change instanceof PolicySet || change instanceof NumberPolicySet)) {
                policies.add(logged.change().getChangeId());
            }
        }
    }

    /** Whether the row is as one that a live event caused; only erasing says so. */
    boolean live(Row row) {
        String cause = header(row, "cause");
        return (cause.isEmpty() || cause.equals("erase"))
                && header(row, "change").isEmpty();
    }

    /**
     * Whether the row is as one that a change of access caused. No change is behind a record's row that follows what the
     * directory has answered of somebody whom the number had not met before.
     */
    boolean caused(Row row) {
        String cause = header(row, "cause");
        String change = header(row, "change");
        return switch (cause) {
            case "backfill", "withdraw" ->
                row.ofRecord()
                        ? !policies.contains(change) && (changes.contains(change) || change.isEmpty())
                        : changes.contains(change);
            case "policy" -> policies.contains(change) && row.ofRecord();
            default -> false;
        };
    }

    private static String header(Row row, String name) {
        Header header = row.message().headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
