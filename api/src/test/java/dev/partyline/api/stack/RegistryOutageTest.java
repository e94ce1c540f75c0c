package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.partyline.api.client.FeedReader;
import dev.partyline.api.client.Offsets;
import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.api.registry.EmbeddedRegistry;
import dev.partyline.api.stack.RegistryFront.Mood;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schemas.registry.HttpRegistryClient;
import dev.partyline.schemas.registry.RegistryConfig;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.topology.Engine;
import dev.partyline.topology.EngineConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * The registry goes while the engine runs, just when a schema comes that the engine has not met. Nothing is lost, nothing
 * overtakes what waits, and no message is thrown away for what is not its fault.
 */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RegistryOutageTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final String NUMBER = "+12125550100";
    private static final int NO_SUCH_ID = 9_999;
    /** So long a thread tries; then it is replaced, and another goes on trying. */
    private static final int RETRY_MILLIS = 400;

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;
    private static RegistryFront front;
    private static EngineSetup setup;
    private static Engine engine;
    private static KafkaProducer<String, byte[]> producer;
    private static FeedReader feeds;
    private static Offsets offsets;
    private static ThreadFailures failures;
    private static int published;
    private static int toBeSeen;

    @BeforeAll
    static void start() throws IOException {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
        front = RegistryFront.of(registry.uri());
        failures = ThreadFailures.watch();
        setup = new EngineSetup(broker.bootstrapServers(), registry.uri().toString(), "outage");
        try (Admin admin = setup.connection().admin()) {
            TopicAdmin.create(admin, setup.topics(), TopicLayout.embedded(2));
        }
        engine = Engine.start(behindTheFront(setup.engine(directory.resolve("state"))));
        feeds = new FeedReader(setup.connection(), "acme");
        offsets = new Offsets(setup.connection().admin());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", setup.bootstrapServers(), "enable.idempotence", true),
                new StringSerializer(),
                new ByteArraySerializer());
        UserAssigned assigned =
                UserAssigned.newBuilder().setNumber(NUMBER).setUserId("ana").build();
        DirectoryChange change = DirectoryChange.newBuilder()
                .setChangeId("c1")
                .setWorkspaceId("acme")
                .setChange(assigned)
                .build();
        publish(setup.topics().changes(), "acme", bytes(setup.topics().changes(), change));
        publishKnown();
        awaitAllSeen();
    }

    @AfterAll
    static void stop() {
        producer.close();
        feeds.close();
        offsets.close();
        engine.close();
        failures.close();
        front.close();
        registry.close();
        broker.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "THROUGH")
    void whatComesWhileTheRegistryIsAwayWaitsForIt(Mood trouble) throws Exception {
        int before = seen();
        long deadLetters = deadLetters();
        long counted = engine.health().deadLetters();
        front.become(trouble);
        publishStranger(idOfANewSchema());
        publishKnown();
        failures.awaitMore(1);
        assertThat(seen()).as("what is seen while it is away").isEqualTo(before);

        front.become(Mood.THROUGH);
        awaitAllSeen();
        assertThat(deadLetters()).isEqualTo(deadLetters);
        assertThat(engine.health().deadLetters()).isEqualTo(counted);
    }

    @Test
    void anIdIsUnknownWhenTheRegistrySaysSoAndNotBefore() throws Exception {
        long deadLetters = deadLetters();
        front.become(Mood.ABSENT);
        publishStranger(NO_SUCH_ID);
        toBeSeen--;
        publishKnown();
        failures.awaitMore(2);
        assertThat(deadLetters()).as("while it is away").isEqualTo(deadLetters);

        front.become(Mood.THROUGH);
        awaitAllSeen();
        await(() -> deadLetters() > deadLetters);
    }

    @Test
    void refusedCredentialsMakeNoStorm() throws Exception {
        front.become(Mood.UNAUTHORIZED);
        long begin = System.nanoTime();
        publishStranger(idOfANewSchema());
        await(() -> front.refused() >= 3);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("for three questions, with a second's pause after each")
                .isGreaterThan(Duration.ofMillis(1_900));
        front.become(Mood.THROUGH);
        awaitAllSeen();
    }

    private static EngineConfig behindTheFront(EngineConfig config) {
        return new EngineConfig(
                config.applicationId(),
                config.bootstrapServers(),
                config.topics(),
                config.serdeClass(),
                Map.of(
                        RegistryConfig.URL, front.url(),
                        RegistryConfig.READ_TIMEOUT, RETRY_MILLIS,
                        RegistryConfig.RETRY_TIMEOUT, RETRY_MILLIS),
                config.stateDirectory(),
                config.view(),
                1,
                config.kafka());
    }

    /** Of a schema of records that nobody has used yet. */
    private static int idOfANewSchema() {
        String today = TelephonyRecord.getClassSchema().toString();
        Schema next = new Schema.Parser()
                .parse(today.replaceFirst("\"fields\"", "\"aliases\":[\"Record" + published + "\"],\"fields\""));
        return new HttpRegistryClient(new RegistryConfig(Map.of(RegistryConfig.URL, setup.registryUrl())))
                .register(setup.topics().records().name() + "-value", next);
    }

    /** The next record, as who writes with that schema would write it. */
    private static void publishStranger(int schemaId) {
        byte[] message = bytes(setup.topics().records(), nextRecord());
        ByteBuffer.wrap(message).putInt(1, schemaId);
        publish(setup.topics().records(), NUMBER, message);
    }

    private static void publishKnown() {
        publish(setup.topics().records(), NUMBER, bytes(setup.topics().records(), nextRecord()));
    }

    private static TelephonyRecord nextRecord() {
        published++;
        toBeSeen++;
        return TelephonyRecord.newBuilder()
                .setRecordId("r" + published)
                .setWorkspaceId("acme")
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochSecond(1_700_000_000L + published))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                .build();
    }

    private static <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
        try (Serde<V> serde = setup.serdes().of(topic.value())) {
            return serde.serializer().serialize(topic.name(), value);
        }
    }

    private static void publish(Topic<?> topic, String key, byte[] message) {
        assertThat(producer.send(new ProducerRecord<>(topic.name(), key, message)))
                .as("taken by Kafka")
                .succeedsWithin(DEADLINE);
    }

    private static int seen() {
        feeds.advance();
        return feeds.fold().visibleCount("acme", "ana");
    }

    private static void awaitAllSeen() {
        await(() -> seen() == toBeSeen);
    }

    /** How far the topic of dead letters has come: it grows with each. */
    private static long deadLetters() {
        return offsets.end(List.of(setup.topics().deadLetters().name()));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(
                            "what is waited for comes in time: %s of %s seen",
                            feeds.fold().visibleCount("acme", "ana"), toBeSeen)
                    .isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Stream threads that have failed, by what the engine logs. */
    private static final class ThreadFailures extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final AtomicInteger count = new AtomicInteger();
        private final Logger logger = (Logger) LoggerFactory.getLogger(Engine.class);

        static ThreadFailures watch() {
            ThreadFailures failures = new ThreadFailures();
            failures.start();
            failures.logger.addAppender(failures);
            return failures;
        }

        void awaitMore(int more) {
            int wanted = count.get() + more;
            await(() -> count.get() >= wanted);
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getMessage().startsWith("a stream thread failed")) {
                count.incrementAndGet();
            }
        }

        @Override
        public void close() {
            logger.detachAppender(this);
        }
    }
}
