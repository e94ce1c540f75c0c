package dev.partyline.api.cli;

/** Command lines to try on an empty installation. */
final class FirstSteps {
    /** The workspace and the user that they are about. */
    static final String WORKSPACE = "acme";

    static final String USER = "ana";

    private static final String TEXT = """

            Try, in another terminal, with the tokens above:

              # Ana is assigned to a number
              curl -s -H "Authorization: Bearer $INGEST" -H 'Content-Type: application/json' \\
                '{api}/v1/workspaces/acme/changes?wait=5000' \\
                -d '{"type": "UserAssigned", "number": "+12125550101", "userId": "ana"}'

              # a customer calls it, and nobody answers
              curl -s -H "Authorization: Bearer $INGEST" -H 'Content-Type: application/json' \\
                '{api}/v1/workspaces/acme/records' \\
                -d '[{"recordId": "call-1", "number": "+12125550101", "direction": "INBOUND", "peer": "+19175550142",
                      "startedAt": "2026-01-05T09:42:00Z", "revision": 1, "kind": "CALL",
                      "call": {"status": "MISSED", "participants": []}}]'

              # so Ana sees it a moment later (rule V3)
              curl -s -H "Authorization: Bearer $INBOX" '{api}/v1/workspaces/acme/users/ana/feed'

              # who is on the number
              curl -s -H "Authorization: Bearer $OPS" '{api}/v1/workspaces/acme/numbers/%2B12125550101/assignees'
            """;

    private FirstSteps() {}

    static String text(String api) {
        return TEXT.replace("{api}", api);
    }
}
