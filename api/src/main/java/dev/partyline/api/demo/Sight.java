package dev.partyline.api.demo;

import dev.partyline.api.client.FeedFold;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who sees what: by userId and recordId the letters of the reasons, A assignee, P participant, I inbox, O contact owner.
 * Whoever sees nothing is not in it. Immutable.
 */
record Sight(Map<String, Map<String, String>> byUser) {
    static final Sight NOTHING = new Sight(Map.of());

    /** What the feeds of these users say. */
    static Sight of(FeedFold fold, String workspaceId, Collection<String> users) {
        Map<String, Map<String, String>> sight = new TreeMap<>();
        for (String user : users) {
            Map<String, String> records = new TreeMap<>();
            for (FeedEntry row : fold.visible(workspaceId, user)) {
                records.put(row.getRecord().getRecordId(), letters(row.getReasons()));
            }
            put(sight, user, records);
        }
        return new Sight(sight);
    }

    /** From now on a record is seen like this, by nobody else. */
    Sight withRecord(String recordId, Map<String, String> reasonsByUser) {
        Map<String, Map<String, String>> next = new TreeMap<>();
        for (String user : union(byUser.keySet(), reasonsByUser.keySet())) {
            Map<String, String> records = new TreeMap<>(records(user));
            records.remove(recordId);
            String reasons = reasonsByUser.get(user);
            if (reasons != null) {
                records.put(recordId, reasons);
            }
            put(next, user, records);
        }
        return new Sight(next);
    }

    /** From now on these users see these records and no others. */
    Sight withUsers(Map<String, Map<String, String>> recordsByUser) {
        Map<String, Map<String, String>> next = new TreeMap<>(byUser);
        recordsByUser.forEach((user, records) -> put(next, user, records));
        return new Sight(next);
    }

    /** What the user sees: reasons by recordId. */
    Map<String, String> records(String user) {
        return byUser.getOrDefault(user, Map.of());
    }

    /** Where {@code actual} differs from this, in words; empty: nowhere. */
    List<String> differencesTo(Sight actual) {
        List<String> differences = new ArrayList<>();
        for (String user : union(byUser.keySet(), actual.byUser.keySet())) {
            for (String id : union(records(user).keySet(), actual.records(user).keySet())) {
                String wanted = records(user).get(id);
                String is = actual.records(user).get(id);
                if (!Objects.equals(wanted, is)) {
                    differences.add(user + " should see " + id + words(wanted) + ", but the feed has it" + words(is));
                }
            }
        }
        return differences;
    }

    private static String words(@Nullable String reasons) {
        return reasons == null ? " not at all" : " for " + reasons;
    }

    private static void put(Map<String, Map<String, String>> sight, String user, Map<String, String> records) {
        if (records.isEmpty()) {
            sight.remove(user);
        } else {
            sight.put(user, records);
        }
    }

    private static Collection<String> union(Collection<String> left, Collection<String> right) {
        Collection<String> union = new TreeSet<>(left);
        union.addAll(right);
        return union;
    }

    private static String letters(List<Reason> reasons) {
        return reasons.stream()
                .map(reason ->
                        reason == Reason.CONTACT_OWNER ? "O" : reason.name().substring(0, 1))
                .collect(Collectors.joining());
    }
}
