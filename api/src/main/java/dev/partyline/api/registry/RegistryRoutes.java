package dev.partyline.api.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.registry.RegistryState.Version;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Which call is which: from a request to what the store says. */
final class RegistryRoutes {
    private static final String VERSIONS = "versions";
    private static final String LATEST = "latest";

    private final RegistryStore store;
    private final RequestBodies bodies = new RequestBodies();
    private final Answers answers = new Answers();

    RegistryRoutes(RegistryStore store) {
        this.store = store;
    }

    JsonNode answer(RegistryRequest request) throws Refusal, IOException {
        return switch (request.at(0)) {
            case "" -> answers.nothing();
            case "subjects" -> subjects(request);
            case "schemas" -> schemas(request);
            case "config" -> config(request);
            case "mode" -> answers.field("mode", "READWRITE");
            case "compatibility" -> compatibility(request);
            // Newer Java clients ask for "associations" first, and take the refusal for "there are none".
            default -> throw request.unknown();
        };
    }

    /** {@code subjects}, {@code subjects/{subject}}, {@code subjects/{subject}/versions[/{version}]}. */
    private JsonNode subjects(RegistryRequest request) throws Refusal, IOException {
        String subject = request.at(1);
        if (request.length() == 1 && request.isGet()) {
            return answers.strings(store.ask(RegistryState::subjects));
        }
        if (request.length() == 2 && request.isPost()) {
            return lookUp(subject, bodies.schema(request.body()));
        }
        if (request.length() == 3 && request.isPost() && request.at(2).equals(VERSIONS)) {
            return answers.version(store.register(subject, bodies.schema(request.body())));
        }
        if (request.length() == 3 && request.isGet() && request.at(2).equals(VERSIONS)) {
            return answers.numbers(
                    existing(subject).stream().map(Version::version).toList());
        }
        if (request.length() == 4 && request.isGet() && request.at(2).equals(VERSIONS)) {
            return answers.version(choose(existing(subject), request.at(3)));
        }
        throw request.unknown();
    }

    private JsonNode lookUp(String subject, Schema schema) throws Refusal {
        existing(subject);
        Optional<Version> found = store.ask(state -> state.find(subject, schema));
        return answers.version(found.orElseThrow(() -> Refusal.noSchema("subject '" + subject + "' has none like it")));
    }

    /** {@code schemas/types}, {@code schemas/ids/{id}[/versions]}. */
    private JsonNode schemas(RegistryRequest request) throws Refusal {
        if (!request.isGet() || request.length() > 4) {
            throw request.unknown();
        }
        if (request.at(1).equals("types")) {
            return answers.strings(List.of("AVRO"));
        }
        if (!request.at(1).equals("ids")) {
            throw request.unknown();
        }
        int id = positive(request.at(2)).orElseThrow(() -> Refusal.noSchema("id '" + request.at(2) + "'"));
        Schema schema = store.ask(state -> state.schema(id)).orElseThrow(() -> Refusal.noSchema("id " + id));
        return switch (request.at(3)) {
            case "" -> answers.schema(schema);
            case VERSIONS -> answers.places(store.ask(state -> state.versionsOf(id)));
            default -> throw request.unknown();
        };
    }

    /** {@code config[/{subject}]}. */
    private JsonNode config(RegistryRequest request) throws Refusal, IOException {
        String subject = request.at(1);
        if (request.isPut()) {
            CompatibilityLevel level = bodies.level(request.body());
            store.setLevel(subject.isEmpty() ? null : subject, level);
            return answers.field("compatibility", level.name());
        }
        if (!request.isGet()) {
            throw request.unknown();
        }
        boolean orDefault = subject.isEmpty() || request.query().contains("defaultToGlobal=true");
        Optional<CompatibilityLevel> level =
                store.ask(state -> orDefault ? Optional.of(state.level(subject)) : state.ownLevel(subject));
        return answers.field(
                "compatibilityLevel",
                level.orElseThrow(() -> Refusal.noLevel(subject)).name());
    }

    /** {@code compatibility/subjects/{subject}/versions[/{version}]}: with all that the level asks for, or with one. */
    private JsonNode compatibility(RegistryRequest request) throws Refusal {
        boolean known = request.at(1).equals("subjects") && request.at(3).equals(VERSIONS);
        if (!known || !request.isPost() || request.length() > 5) {
            throw request.unknown();
        }
        Schema schema = bodies.schema(request.body());
        List<Version> versions = existing(request.at(2));
        List<Version> against = request.length() == 5 ? List.of(choose(versions, request.at(4))) : versions;
        CompatibilityLevel level = store.ask(state -> state.level(request.at(2)));
        return answers.field(
                "is_compatible",
                level.allows(schema, against.stream().map(Version::schema).toList()));
    }

    private List<Version> existing(String subject) throws Refusal {
        List<Version> versions = store.ask(state -> state.versions(subject));
        if (versions.isEmpty()) {
            throw Refusal.noSubject(subject);
        }
        return versions;
    }

    private static Version choose(List<Version> versions, String which) throws Refusal {
        if (which.equals(LATEST) || which.equals("-1")) {
            return versions.get(versions.size() - 1);
        }
        int number = positive(which).orElseThrow(() -> Refusal.invalidVersion(which));
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.noVersion(which));
    }

    private static Optional<Integer> positive(String digits) {
        try {
            return Optional.of(Integer.parseInt(digits)).filter(number -> number > 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
