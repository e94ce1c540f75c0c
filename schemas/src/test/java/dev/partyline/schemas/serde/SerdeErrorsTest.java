package dev.partyline.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.registry.RegistryRefusedException;
import dev.partyline.schemas.registry.RegistryUnavailableException;
import dev.partyline.schemas.registry.UnknownSchemaException;
import dev.partyline.schemas.serde.UnreadableMessageException.Reason;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerdeErrorsTest {
    static Stream<Throwable> trouble() {
        return Stream.of(
                new RegistryUnavailableException("down"),
                new RegistryRefusedException(401, "who are you"),
                foreign(new ConnectException("refused")),
                foreign(new SocketTimeoutException("slow")),
                foreign(new SSLException("cut", new EOFException())),
                foreign(new RegistryUnavailableException("down")),
                new InvalidConfigurationException("Unauthorized"),
                new ConfigException("url"),
                new InterruptException("stopping"));
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void troubleOfTheRegistryIsNeverTheMessagesFault(Throwable error) {
        assertThat(SerdeErrors.isTransient(error)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 408, 429, 500, 503})
    void aRefusalOfConfluentsClientIsTrouble(int status) {
        assertThat(SerdeErrors.isTransient(foreign(new RestClientException(status))))
                .isTrue();
    }

    @Test
    void aSchemaThatConfluentsRegistryHasNotIsUnknown() {
        SerializationException error = foreign(new RestClientException(404));
        assertThat(SerdeErrors.isTransient(error)).isFalse();
        assertThat(SerdeErrors.reason(error)).isEqualTo(Reason.UNKNOWN_SCHEMA);
    }

    @ParameterizedTest
    @ValueSource(classes = {EOFException.class, ArrayIndexOutOfBoundsException.class, NegativeArraySizeException.class})
    void badBytesAreNotAvro(Class<? extends Exception> cause) throws ReflectiveOperationException {
        assertIsFault(foreign(cause.getConstructor().newInstance()), Reason.NOT_AVRO);
    }

    @Test
    void aBadNumberAndAnUnknownMagicByteAreNotAvro() {
        assertIsFault(foreign(new InvalidNumberEncodingException("int")), Reason.NOT_AVRO);
        assertIsFault(new SerializationException("Unknown magic byte!"), Reason.NOT_AVRO);
    }

    @Test
    void whatCannotBeReadAsOursIsTheWrongType() {
        assertIsFault(foreign(new AvroTypeException("Found int, expecting string")), Reason.WRONG_TYPE);
        assertIsFault(foreign(new ClassCastException("String")), Reason.WRONG_TYPE);
        assertIsFault(
                new SerializationException("Could not find class x.Y specified in writer's schema"), Reason.WRONG_TYPE);
    }

    @Test
    void ourOwnFaultKeepsItsReasonWhateverCausedIt() {
        for (Reason reason : Reason.values()) {
            Throwable ours =
                    new UnreadableMessageException(reason, "m", new ConnectException("not what it looks like"));
            assertIsFault(new IllegalStateException(ours), reason);
        }
        assertIsFault(new UnknownSchemaException("id 9"), Reason.UNKNOWN_SCHEMA);
    }

    private static void assertIsFault(Throwable error, Reason reason) {
        assertThat(SerdeErrors.isTransient(error)).isFalse();
        assertThat(SerdeErrors.reason(error)).isEqualTo(reason);
    }

    private static SerializationException foreign(Throwable cause) {
        return new SerializationException("Error deserializing Avro message for id 1", cause);
    }

    /** Named and shaped as Confluent's, which is found by its name. */
    public static final class RestClientException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;

        RestClientException(int status) {
            this.status = status;
        }

        public int getStatus() {
            return status;
        }
    }
}
