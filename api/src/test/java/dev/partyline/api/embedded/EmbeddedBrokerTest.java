package dev.partyline.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final TopicPartition PARTITION = new TopicPartition("greetings", 0);

    @TempDir
    private Path directory;

    @Test
    void whatWasProducedIsConsumedAfterARestartFromTheSameAddressAndCluster() throws Exception {
        String address;
        String cluster;
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            address = broker.bootstrapServers();
            cluster = clusterId(broker.bootstrapServers());
            createTopic(broker.bootstrapServers());
            produce(broker.bootstrapServers(), "before");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            produce(broker.bootstrapServers(), "after");
            assertThat(consume(broker.bootstrapServers(), 2)).containsExactly("before", "after");
            assertThat(broker.bootstrapServers()).isEqualTo(address).startsWith("127.0.0.1:");
            assertThat(clusterId(broker.bootstrapServers())).isEqualTo(cluster);
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterTheProcessWasKilled() throws Exception {
        BrokerProcess victim = BrokerProcess.start(directory);
        try {
            createTopic(victim.bootstrapServers());
            produce(victim.bootstrapServers(), "before");
        } finally {
            victim.kill();
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            produce(broker.bootstrapServers(), "after");
            assertThat(consume(broker.bootstrapServers(), 2)).containsExactly("before", "after");
            assertThat(broker.bootstrapServers()).isEqualTo(victim.bootstrapServers());
        }
    }

    @Test
    void aDirectoryThatAnotherProcessHasIsRefused() throws Exception {
        BrokerProcess other = BrokerProcess.start(directory);
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .withMessageContaining("in use");
        } finally {
            other.kill();
        }
    }

    @Test
    void aDirectoryInUseIsRefusedAndTheOtherBrokerGoesOn() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .withMessageContaining(directory.toString())
                    .withMessageContaining("in use");
            assertThat(clusterId(broker.bootstrapServers())).isNotEmpty();
        }
    }

    @Test
    void aTakenPortIsRefusedByNameAndTheDirectoryLetGo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedBroker.start(directory, other.getLocalPort()))
                    .withMessageContaining("port " + other.getLocalPort());
        }
        DirectoryLock.acquire(directory).close();
    }

    @Test
    void thePortOfLastTimeIsGivenUpWhenSomebodyElseHasIt() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerIdentity.ofNewCluster(other.getLocalPort()).save(directory);
            try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
                assertThat(broker.bootstrapServers()).doesNotEndWith(":" + other.getLocalPort());
                assertThat(clusterId(broker.bootstrapServers()))
                        .isEqualTo(BrokerIdentity.load(directory).orElseThrow().clusterId());
            }
        }
    }

    private static void createTopic(String bootstrapServers) throws Exception {
        try (Admin admin = admin(bootstrapServers)) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), Optional.of(1), Optional.empty())))
                    .all()
                    .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static String clusterId(String bootstrapServers) throws Exception {
        try (Admin admin = admin(bootstrapServers)) {
            return admin.describeCluster().clusterId().get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    private static void produce(String bootstrapServers, String text) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), text)).get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static List<String> consume(String bootstrapServers, int count) {
        List<String> texts = new ArrayList<>();
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            while (texts.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> texts.add(message.value()));
            }
        }
        return texts;
    }
}
