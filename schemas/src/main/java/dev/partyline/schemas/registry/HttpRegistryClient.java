package dev.partyline.schemas.registry;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;

/** A registry over HTTP (Confluent's, Apicurio's compatible API, our embedded one). Keeps nothing: see the cached one. */
public final class HttpRegistryClient implements RegistryClient {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final String SUBJECTS = "/subjects";

    private final RegistryHttp http;
    private final RegistryJson json = new RegistryJson();
    private final Retries retries;

    public HttpRegistryClient(RegistryConfig config) {
        this.http = new RegistryHttp(config);
        this.retries = new Retries(config.retryTimeout());
    }

    @Override
    public int register(String subject, Schema schema) {
        String what = "register " + schema.getFullName() + " under subject '" + subject + "'";
        return retries.run(what, () -> {
            RegistryHttp.Answer answer = http.post(subjectPath(subject) + "/versions", json.request(schema));
            return json.id(accepted(answer, what));
        });
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        String what = "look up " + schema.getFullName() + " under subject '" + subject + "'";
        return retries.run(what, () -> {
            RegistryHttp.Answer answer = http.post(subjectPath(subject), json.request(schema));
            if (answer.status() == NOT_FOUND) {
                json.requireError(answer.body());
                throw new UnknownSchemaException("subject '" + subject + "' has no such schema " + schema.getFullName()
                        + " (" + json.message(answer.body()) + "); register it first");
            }
            return json.id(accepted(answer, what));
        });
    }

    @Override
    public Schema byId(int id) {
        if (id < 0) {
            throw new UnknownSchemaException("no schema has a negative id: " + id);
        }
        String what = "get schema id " + id;
        return retries.run(what, () -> {
            RegistryHttp.Answer answer = http.get("/schemas/ids/" + id);
            if (answer.status() == NOT_FOUND) {
                requireRegistryAt(answer.from());
                json.requireError(answer.body());
                throw new UnknownSchemaException("the registry has no schema with id " + id);
            }
            return json.schema(id, accepted(answer, what));
        });
    }

    /** Returns when a registry answers; throws what every call throws. */
    public void requireReachable() {
        boolean reached = retries.run("list the subjects", () -> requireSubjects(http.get(SUBJECTS)));
        assert reached;
    }

    /** Behind a wrong base URL every id is "not found"; messages must not be thrown away for that. */
    private void requireRegistryAt(RegistryUrl url) throws IOException {
        boolean there = requireSubjects(http.getFrom(url, SUBJECTS));
        assert there;
    }

    /** True, or an exception. */
    private boolean requireSubjects(RegistryHttp.Answer subjects) throws IOException {
        String body = accepted(subjects, "list the subjects at " + subjects.from());
        if (!json.isList(body)) {
            throw new IOException(subjects.from() + " is no schema registry: " + SUBJECTS + " gives no list");
        }
        return true;
    }

    private String accepted(RegistryHttp.Answer answer, String what) {
        if (answer.status() / 100 != 2) {
            boolean credentials = answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN;
            throw new RegistryRefusedException(
                    answer.status(),
                    "the schema registry at " + answer.from() + " refused to " + what + ": HTTP " + answer.status()
                            + ", " + json.message(answer.body())
                            + (credentials ? "; check its credentials, basic.auth.* or bearer.auth.*" : ""));
        }
        return answer.body();
    }

    private static String subjectPath(String subject) {
        return SUBJECTS + "/"
                + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
