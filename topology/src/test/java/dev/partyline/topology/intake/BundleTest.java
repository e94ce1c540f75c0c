package dev.partyline.topology.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Direction;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.intake.IntakeProcessor.IntakeNodes;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Messages that go through Kafka Streams together fare as each alone. */
class BundleTest {
    private static final Topics TOPICS = new Topics("t.");
    private static final String TOPIC = TOPICS.records().name();
    private static final int PARTITIONS = 2;
    private static final String[] NUMBERS = {"+12125550100", "+12125550101", "+12125550102", "+12125550103"};

    private final AvroSerdes serdes =
            new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://bundles"));
    private final ContentDeserializer deserializer = new ContentDeserializer();

    @Test
    void everyMessageIsInOneBundleAndInItsOrder() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            List<ConsumerRecord<byte[], byte[]>> messages = messages(random, 1 + random.nextInt(150));
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> bundle : Bundle.all(messages)) {
                int before = found.size();
                found.addAll(opened(bundle));
                List<ConsumerRecord<byte[], byte[]>> held = found.subList(before, found.size());
                assertThat(bundle.offset()).isEqualTo(held.get(0).offset());
                assertThat(held.size()).isBetween(1, Bundle.MAX_MESSAGES);
                assertThat(held.size() == 1 || bytes(held) <= Bundle.MAX_BYTES).isTrue();
            }
            assertThat(found).isEqualTo(messages);
        }
    }

    @Test
    void aBundleIsFilled() {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < 3 * Bundle.MAX_MESSAGES; i++) {
            messages.add(message(i, null, new byte[10], new RecordHeaders()));
        }
        assertThat(Bundle.all(messages)).hasSize(3);
    }

    /** Kafka Streams' caches hold on to headers. */
    @Test
    void anOpenedBundleHoldsNothing() {
        ConsumerRecord<byte[], byte[]> bundle =
                Bundle.all(messages(new Random(2), 10)).get(0);
        assertThat(opened(bundle)).isNotEmpty();
        assertThat(opened(bundle)).isEmpty();
    }

    /** Good ones, bad ones and ones in the wrong partition: the same goes on, from the same places, in the same order. */
    @Test
    void aBundleDoesWhatItsMessagesDoOneByOne() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<ConsumerRecord<byte[], byte[]>> messages = messages(random, 1 + random.nextInt(40));
            assertThat(taken(Bundle.all(messages))).isEqualTo(taken(messages)).hasSize(messages.size());
        }
    }

    private List<String> taken(List<ConsumerRecord<byte[], byte[]>> messages) {
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
        Wiring wiring = new Wiring(TOPICS, serdes, Map.of(PartitionGroup.NUMBER, PARTITIONS), new EngineCounters());
        Gate<TelephonyRecord> gate = new Gate<>(
                TOPICS.records(),
                TOPICS.movedRecords(),
                TelephonyRecord::getNumber,
                RecordRules::fault,
                record -> false);
        IntakeProcessor<TelephonyRecord> intake =
                new IntakeProcessor<>(gate, new IntakeNodes("stage", "moved", "letters"), wiring);
        intake.init(context);
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            context.setRecordMetadata(message.topic(), message.partition(), message.offset());
            Content content = deserializer.deserialize(message.topic(), message.headers(), message.value());
            intake.process(new Record<>(message.key(), content, message.timestamp(), message.headers()));
        }
        return context.forwarded().stream().map(BundleTest::text).toList();
    }

    private static String text(CapturedForward<?, ?> forward) {
        Record<?, ?> record = forward.record();
        StringBuilder text = new StringBuilder(forward.childName().orElseThrow()).append(record.timestamp());
        record.headers().forEach(header -> text.append(header.key()).append(string(header.value())));
        return text.append(string(record.key())).append(string(record.value())).toString();
    }

    private static String string(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }

    private List<ConsumerRecord<byte[], byte[]>> opened(ConsumerRecord<byte[], byte[]> message) {
        Content content = deserializer.deserialize(message.topic(), message.headers(), message.value());
        return content instanceof Content.Several several ? several.messages() : List.of(message);
    }

    private List<ConsumerRecord<byte[], byte[]>> messages(Random random, int count) {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        long offset = random.nextInt(1_000);
        for (int i = 0; i < count; i++) {
            offset += 1 + random.nextInt(3); // markers and aborted messages lie between
            RecordHeaders headers = new RecordHeaders();
            if (random.nextInt(5) == 0) {
                headers.add("trace", Integer.toString(i).getBytes(StandardCharsets.UTF_8));
            }
            String number = NUMBERS[random.nextInt(NUMBERS.length)];
            messages.add(message(offset, bytes(number), value(random, number, i), headers));
        }
        return messages;
    }

    private byte @Nullable [] value(Random random, String number, int i) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> new byte[random.nextInt(100_000)];
            case 2 -> event("another", i);
            case 3 -> event(number, -1);
            default -> event(number, i);
        };
    }

    private byte[] event(String number, int i) {
        TelephonyRecord event = TelephonyRecord.newBuilder()
                .setWorkspaceId("acme")
                .setNumber(number)
                .setRecordId(i < 0 ? "not an id" : "r" + i)
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.parse("2026-11-26T09:00:00Z"))
                .build();
        return serdes.of(TelephonyRecord.class).serializer().serialize(TOPIC, event);
    }

    private static ConsumerRecord<byte[], byte[]> message(
            long offset, byte @Nullable [] key, byte @Nullable [] value, RecordHeaders headers) {
        return new ConsumerRecord<>(
                TOPIC,
                Partitions.ofKey(bytes(NUMBERS[0]), PARTITIONS),
                offset,
                1_000_000 + offset,
                TimestampType.LOG_APPEND_TIME,
                key == null ? -1 : key.length,
                value == null ? -1 : value.length,
                key,
                value,
                headers,
                Optional.empty());
    }

    private static int bytes(List<ConsumerRecord<byte[], byte[]>> messages) {
        return messages.stream()
                .mapToInt(message -> (message.key() == null ? 0 : message.key().length)
                        + (message.value() == null ? 0 : message.value().length))
                .sum();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
