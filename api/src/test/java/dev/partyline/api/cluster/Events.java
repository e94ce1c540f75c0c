package dev.partyline.api.cluster;

/** Changes and records as callers write them. */
final class Events {
    private Events() {}

    static String assign(String number, String userId) {
        return "{\"type\":\"UserAssigned\",\"number\":\"%s\",\"userId\":\"%s\"}".formatted(number, userId);
    }

    static String unassign(String number, String userId) {
        return "{\"type\":\"UserUnassigned\",\"number\":\"%s\",\"userId\":\"%s\"}".formatted(number, userId);
    }

    static String missedCall(String number, String recordId, long startedAt) {
        return ("[{\"recordId\":\"%s\",\"number\":\"%s\",\"direction\":\"INBOUND\",\"startedAt\":%d,\"revision\":1,"
                        + "\"kind\":\"CALL\",\"call\":{\"status\":\"MISSED\",\"participants\":[]}}]")
                .formatted(recordId, number, startedAt);
    }
}
