package dev.partyline.api.demo;

/** Command lines to try while the demo is running. */
public final class WhereNext {
    /** The user whose own feed they read. */
    public static final String USER = "cleo";

    private static final String TEXT = """

            Ask over HTTP, in another terminal, with the tokens above, while this runs:

              # what Cleo sees, and the texts among it
              curl -s -H "Authorization: Bearer $INBOX" '{api}/users/cleo/feed'
              curl -s -H "Authorization: Bearer $INBOX" '{api}/users/cleo/feed?kind=MESSAGE'

              # Dan's lines; who is on Sales; who has been, and when
              curl -s -H "Authorization: Bearer $OPS" '{api}/users/dan/numbers'
              curl -s -H "Authorization: Bearer $OPS" '{api}/numbers/%2B12125550101/assignees'
              curl -s -H "Authorization: Bearer $OPS" '{api}/numbers/%2B12125550101/history'

              # put Ben back on Sales, and look at his feed again
              curl -s -H "Authorization: Bearer $INGEST" -H 'Content-Type: application/json' \\
                '{api}/changes?wait=5000' \\
                -d '{"type": "UserAssigned", "number": "+12125550101", "userId": "ben"}'
              curl -s -H "Authorization: Bearer $OPS" '{api}/users/ben/feed'
            """;

    private WhereNext() {}

    /**
     * The lines, ready to be pasted.
     *
     * @param api the API's address, without a slash at the end
     */
    public static String text(String api, Day day) {
        return TEXT.replace("{api}", api + "/v1/workspaces/" + day.workspace());
    }
}
