package dev.partyline.schemas.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;

/**
 * A registry within the JVM, for tests without a network. Checks no compatibility.
 *
 * <p>{@code schema.registry.url=mock://scope} means the one named {@code scope}, shared by all who name it: the meaning
 * that Confluent's serdes give such URLs.
 */
public final class InMemoryRegistryClient implements RegistryClient {
    private static final ConcurrentMap<String, InMemoryRegistryClient> SCOPES = new ConcurrentHashMap<>();

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, List<Integer>> subjects = new HashMap<>();

    /** The registry of this scope, empty at first. */
    public static InMemoryRegistryClient ofScope(String scope) {
        return SCOPES.computeIfAbsent(scope, s -> new InMemoryRegistryClient());
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        int id = ids.computeIfAbsent(schema.toString(), text -> add(schema));
        List<Integer> versions = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    @Override
    public synchronized int lookUp(String subject, Schema schema) {
        Integer id = ids.get(schema.toString());
        if (id == null || !subjects.getOrDefault(subject, List.of()).contains(id)) {
            throw new UnknownSchemaException(
                    "subject '" + subject + "' has no schema equal to the given " + schema.getFullName());
        }
        return id;
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaException("the registry has no schema with id " + id);
        }
        return schemas.get(id - 1);
    }

    private int add(Schema schema) {
        schemas.add(schema);
        return schemas.size();
    }
}
