package dev.partyline.api.demo;

/** Command lines to try while the demo is running. */
public final class WhereNext {
    private static final String TEXT = """

            The same, asked over HTTP (in another terminal, while this runs):

              curl -s '{api}/v1/workspaces/{ws}/users/cleo/feed'                         what Cleo sees
              curl -s '{api}/v1/workspaces/{ws}/users/cleo/feed?kind=MESSAGE'            ... texts only
              curl -s '{api}/v1/workspaces/{ws}/users/dan/numbers'                       Dan's lines
              curl -s '{api}/v1/workspaces/{ws}/numbers/%2B12125550101/assignees'        who is on Sales
              curl -s '{api}/v1/workspaces/{ws}/numbers/%2B12125550101/history'          ... and who was, when
              curl -s -H 'Content-Type: application/json' '{api}/v1/workspaces/{ws}/changes?wait=5000' \\
                -d '{"type": "UserAssigned", "number": "+12125550101", "userId": "ben"}'          Ben is back
            """;

    private WhereNext() {}

    /**
     * The lines, ready to be pasted.
     *
     * @param api the API's address, without a slash at the end
     */
    public static String text(String api, Day day) {
        return TEXT.replace("{api}", api).replace("{ws}", day.workspace());
    }
}
