package dev.partyline.api.demo;

/** Command lines to try while the demo is running. */
public final class WhereNext {
    private static final String TEXT = """

            Ask over HTTP, in another terminal, while this runs:

              # what Cleo sees, and the texts among it
              curl -s '{api}/users/cleo/feed'
              curl -s '{api}/users/cleo/feed?kind=MESSAGE'

              # Dan's lines; who is on Sales; who has been, and when
              curl -s '{api}/users/dan/numbers'
              curl -s '{api}/numbers/%2B12125550101/assignees'
              curl -s '{api}/numbers/%2B12125550101/history'

              # put Ben back on Sales, and look at his feed again
              curl -s -H 'Content-Type: application/json' '{api}/changes?wait=5000' \\
                -d '{"type": "UserAssigned", "number": "+12125550101", "userId": "ben"}'
              curl -s '{api}/users/ben/feed'
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
