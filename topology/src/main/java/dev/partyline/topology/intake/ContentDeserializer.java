package dev.partyline.topology.intake;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Opens bundles; any other message's value it leaves as it is. */
final class ContentDeserializer implements Deserializer<Content> {
    @Override
    public Content deserialize(String topic, byte @Nullable [] value) {
        return new Content.One(value);
    }

    @Override
    public Content deserialize(String topic, Headers headers, byte @Nullable [] value) {
        return headers instanceof Bundle bundle ? bundle.open() : deserialize(topic, value);
    }
}
