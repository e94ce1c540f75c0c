package dev.partyline.api.peer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How questions and answers travel. What a newer instance says beyond what this one knows is passed over. */
final class PeerJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private PeerJson() {}

    static byte[] write(Object message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException when the bytes are not a whole message of this type */
    static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        T message = MAPPER.readValue(bytes, type);
        if (message == null) {
            throw new IOException("nothing where a " + type.getSimpleName() + " must be");
        }
        return message;
    }
}
