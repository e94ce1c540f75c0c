package dev.partyline.schemas.registry;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToIntBiFunction;
import org.apache.avro.Schema;

/** Asks each question once: ids and schemas never change, so an answer holds for ever. Failures are not kept. */
public final class CachedRegistryClient implements RegistryClient {
    private final RegistryClient registry;
    private final ConcurrentMap<Registration, Integer> ids = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Schema> schemas = new ConcurrentHashMap<>();

    public CachedRegistryClient(RegistryClient registry) {
        this.registry = registry;
    }

    @Override
    public int register(String subject, Schema schema) {
        return id(new Registration(subject, schema), registry::register);
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        return id(new Registration(subject, schema), registry::lookUp);
    }

    @Override
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        return known != null ? known : schemas.computeIfAbsent(id, registry::byId);
    }

    private int id(Registration registration, ToIntBiFunction<String, Schema> question) {
        Integer known = ids.get(registration);
        return known != null
                ? known
                : ids.computeIfAbsent(registration, r -> question.applyAsInt(r.subject(), r.schema()));
    }

    private record Registration(String subject, Schema schema) {}
}
