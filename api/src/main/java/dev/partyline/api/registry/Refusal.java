package dev.partyline.api.registry;

/** A request that the registry answers with an error of the protocol. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private Refusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refusal noSubject(String subject) {
        return new Refusal(404, 40401, "Subject '" + subject + "' not found.");
    }

    static Refusal noVersion(String version) {
        return new Refusal(404, 40402, "Version " + version + " not found.");
    }

    static Refusal noSchema(String which) {
        return new Refusal(404, 40403, "Schema not found: " + which + ".");
    }

    static Refusal noLevel(String subject) {
        return new Refusal(404, 40408, "Subject '" + subject + "' has no compatibility level of its own.");
    }

    static Refusal noPath(String path) {
        return new Refusal(404, 404, "No such path here: " + path + ".");
    }

    static Refusal noMethod(String method) {
        return new Refusal(405, 405, "Method " + method + " is not allowed here.");
    }

    static Refusal incompatible(String subject, CompatibilityLevel level) {
        return new Refusal(
                409,
                409,
                "The schema is incompatible with an earlier one of subject '" + subject + "' (" + level + ").");
    }

    static Refusal invalidSchema(String why) {
        return new Refusal(422, 42201, "Invalid schema: " + why);
    }

    static Refusal invalidVersion(String version) {
        return new Refusal(422, 42202, "Invalid version '" + version + "': a number from 1, or latest.");
    }

    static Refusal invalidLevel(String level) {
        return new Refusal(422, 42203, "Invalid compatibility level '" + level + "'.");
    }

    static Refusal invalidBody(String why) {
        return new Refusal(400, 400, "The body is not as it must be: " + why);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
