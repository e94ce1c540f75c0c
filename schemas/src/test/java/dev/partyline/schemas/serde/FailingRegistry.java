package dev.partyline.schemas.serde;

import dev.partyline.schemas.registry.RegistryClient;
import org.apache.avro.Schema;

/** A registry that answers everything with one failure. */
record FailingRegistry(RuntimeException failure) implements RegistryClient {
    @Override
    public int register(String subject, Schema schema) {
        throw failure;
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        throw failure;
    }

    @Override
    public Schema byId(int id) {
        throw failure;
    }
}
