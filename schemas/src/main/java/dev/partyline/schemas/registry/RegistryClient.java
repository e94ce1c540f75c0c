package dev.partyline.schemas.registry;

import org.apache.avro.Schema;

/**
 * A schema registry: gives each schema an id that never changes. Safe for many threads.
 *
 * <p>All calls may block for as long as the client retries, and throw
 *
 * <ul>
 *   <li>{@link RegistryUnavailableException} when no usable answer came in time: the same call may succeed later;
 *   <li>{@link RegistryRefusedException} when the registry answered that it will not (credentials, an incompatible or
 *       invalid schema): a person has to act;
 *   <li>{@link UnknownSchemaException} when it answered that there is no such thing.
 * </ul>
 */
public interface RegistryClient {

    /** Registers {@code schema} under {@code subject} unless it is there already; either way gives its id. */
    int register(String subject, Schema schema);

    /**
     * The id of {@code schema} under {@code subject}; registers nothing.
     *
     * @throws UnknownSchemaException when the subject is unknown, or has no such schema
     */
    int lookUp(String subject, Schema schema);

    /**
     * The schema with this id.
     *
     * @throws UnknownSchemaException when no Avro schema has this id
     */
    Schema byId(int id);
}
