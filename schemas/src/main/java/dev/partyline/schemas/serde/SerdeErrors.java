package dev.partyline.schemas.serde;

import dev.partyline.schemas.registry.UnknownSchemaException;
import dev.partyline.schemas.serde.UnreadableMessageException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.avro.AvroTypeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What the exception of a serde means: the registry's trouble, or the message's fault. Knows ours and Confluent's, whose
 * classes need not be there; what it does not know is the message's fault.
 */
public final class SerdeErrors {
    private static final int NOT_FOUND = 404;
    private static final String CONFLUENT_REFUSAL = "RestClientException";
    private static final String AVRO_PACKAGE = "org.apache.avro.";
    private static final int MAX_DEPTH = 50;

    private SerdeErrors() {}

    /**
     * Whether the registry, the network or the configuration is in trouble, and not the message: it must be taken again
     * later, never thrown away. Credentials that the registry refuses count as this too.
     */
    public static boolean isTransient(Throwable error) {
        if (causes(error).anyMatch(UnreadableMessageException.class::isInstance)) {
            return false;
        }
        return causes(error).anyMatch(SerdeErrors::isTrouble);
    }

    /** What is wrong with the message, given that {@link #isTransient} is false. */
    public static Reason reason(Throwable error) {
        return causes(error)
                .filter(UnreadableMessageException.class::isInstance)
                .map(e -> ((UnreadableMessageException) e).reason())
                .findFirst()
                .orElseGet(() -> reasonOfForeign(error));
    }

    private static Reason reasonOfForeign(Throwable error) {
        if (causes(error).anyMatch(SerdeErrors::isUnknownSchema)) {
            return Reason.UNKNOWN_SCHEMA;
        }
        return causes(error).anyMatch(SerdeErrors::isWrongType) ? Reason.WRONG_TYPE : Reason.NOT_AVRO;
    }

    private static boolean isTrouble(Throwable e) {
        if (e instanceof KafkaException) {
            return !(e instanceof SerializationException || e instanceof UnknownSchemaException);
        }
        OptionalInt status = refusal(e);
        if (status.isPresent()) {
            return status.getAsInt() != NOT_FOUND;
        }
        return e instanceof IOException && !isOfTheBytes(e);
    }

    /** Avro reports bad bytes as IOException too: these two kinds. */
    private static boolean isOfTheBytes(Throwable e) {
        return e instanceof EOFException || e.getClass().getName().startsWith(AVRO_PACKAGE);
    }

    private static boolean isUnknownSchema(Throwable e) {
        return e instanceof UnknownSchemaException || refusal(e).orElse(0) == NOT_FOUND;
    }

    private static boolean isWrongType(Throwable e) {
        return e instanceof AvroTypeException
                || e instanceof ClassCastException
                || e instanceof ClassNotFoundException
                || String.valueOf(e.getMessage()).startsWith("Could not find class");
    }

    /** The HTTP status that Confluent's client was answered, when this is its exception. */
    private static OptionalInt refusal(Throwable e) {
        if (!e.getClass().getSimpleName().equals(CONFLUENT_REFUSAL)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of((int) e.getClass().getMethod("getStatus").invoke(e));
        } catch (ReflectiveOperationException | ClassCastException unexpected) {
            return OptionalInt.of(0);
        }
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).limit(MAX_DEPTH);
    }
}
