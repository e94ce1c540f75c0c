package dev.partyline.api.http;

import java.util.List;
import java.util.Map;

/** What the garbage of {@link FuzzedRequests} is put into. */
final class GoodRequests {
    private static final Map<String, String> PARAMETERS = Map.of(
            "ws", "acme",
            "user", "ana",
            "number", "+12125550100",
            "recordId", "call-1",
            "changeId", "c1",
            "limit", "10",
            "wait", "5",
            "at", "1700000000000",
            "startedAt", "2026-01-05T09:42:00Z",
            "kind", "CALL");

    private static final List<String> CHANGES = List.of(
            "{\"changeId\":\"c1\",\"type\":\"UserAssigned\",\"number\":\"+12125550100\",\"userId\":\"ana\",\"calling\":true}",
            "{\"type\":\"MemberSet\",\"userId\":\"ben\",\"role\":\"ADMIN\",\"active\":true,\"name\":\"Ben\"}",
            "{\"type\":\"PolicySet\",\"policy\":{\"preset\":\"allo\",\"retentionDays\":30}}",
            "{\"type\":\"NumberPolicySet\",\"number\":\"777\",\"policy\":null,\"occurredAt\":1700000000000}",
            "{\"type\":\"RoutingSet\",\"number\":\"777\",\"userIds\":[\"ana\",\"ben\"],\"mode\":\"RING_ALL\"}",
            "{\"type\":\"ContactOwnerSet\",\"contactId\":\"k1\",\"ownerId\":\"ana\",\"actorId\":\"ana\"}",
            "{\"changes\":[{\"type\":\"MemberRemoved\",\"userId\":\"eve\"},{\"type\":\"NumberReleased\",\"number\":\"778\"}]}");

    private static final List<String> RECORDS = List.of(
            "[{\"recordId\":\"call-1\",\"number\":\"+12125550100\",\"peer\":\"+19175550142\",\"direction\":\"INBOUND\","
                    + "\"startedAt\":\"2026-01-05T09:42:00Z\",\"revision\":1,\"kind\":\"CALL\",\"call\":{\"status\":\"MISSED\","
                    + "\"participants\":[{\"userId\":\"ana\",\"role\":\"MADE\"}],\"durationSeconds\":7}}]",
            "{\"records\":[{\"recordId\":\"m1\",\"number\":\"777\",\"direction\":\"OUTBOUND\",\"startedAt\":1700000000000,"
                    + "\"revision\":2,\"kind\":\"MESSAGE\",\"message\":{\"senderId\":\"ana\",\"text\":\"hi\",\"mediaUris\":[],"
                    + "\"status\":\"SENT\"}}]}");

    private static final List<String> CHECKS = List.of(
            "{\"checks\":[{\"user\":\"ana\",\"action\":\"PLACE_CALL\",\"number\":\"+12125550100\"}]}",
            "{\"checks\":[{\"user\":\"ana\",\"action\":\"VIEW_RECORD\",\"record\":{\"number\":\"+12125550100\","
                    + "\"startedAt\":\"2026-01-05T09:42:00Z\",\"recordId\":\"call-1\"}}]}");

    private GoodRequests() {}

    /** A value of the parameter of a path or query, percent-encoded. */
    static String parameter(String name) {
        return PARAMETERS.getOrDefault(name, "some").replace("+", "%2B");
    }

    /** Bodies that can be posted to a path. */
    static List<String> bodies(String path) {
        if (path.endsWith("/changes")) {
            return CHANGES;
        }
        return path.endsWith("/records") ? RECORDS : CHECKS;
    }
}
