package dev.partyline.schemas.serde;

import dev.partyline.schemas.serde.UnreadableMessageException.Reason;
import java.nio.ByteBuffer;

/** The five bytes before the datum: {@code 0}, then the writer schema's id, big-endian. */
final class WireFormat {
    static final int HEADER_LENGTH = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(schemaId).array();
    }

    /** @throws UnreadableMessageException NOT_AVRO when there is no such header */
    static int schemaId(String topic, byte[] message) {
        if (message.length < HEADER_LENGTH) {
            throw notAvro(topic, "has only " + message.length + " bytes");
        }
        if (message[0] != MAGIC) {
            throw notAvro(topic, "begins with byte 0x" + String.format("%02x", message[0]));
        }
        return ByteBuffer.wrap(message).getInt(1);
    }

    private static UnreadableMessageException notAvro(String topic, String what) {
        return new UnreadableMessageException(
                Reason.NOT_AVRO,
                "a value on " + topic + " " + what + ", must be in the Confluent wire format: byte 0, 4-byte schema id,"
                        + " Avro binary; produce it with an Avro serializer that uses a schema registry");
    }
}
