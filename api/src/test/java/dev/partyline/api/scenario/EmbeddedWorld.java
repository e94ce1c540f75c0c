package dev.partyline.api.scenario;

import dev.partyline.api.client.Connection;
import dev.partyline.api.client.EngineLag;
import dev.partyline.api.client.Offsets;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.http.auth.TokenMint;
import dev.partyline.schema.FeedEntry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A running Partyline with everything that belongs to it. */
final class EmbeddedWorld implements World {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    /** Longer than the engine takes to commit: what it has done by then can be seen. */
    private static final Duration QUIET = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final EmbeddedPartyline partyline;
    private final EngineLag lag;
    private final Offsets offsets;
    private final KafkaConsumer<String, byte[]> feed;
    private final ToldLines told;

    EmbeddedWorld(Path directory) throws InterruptedException {
        partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory));
        if (!partyline.awaitReady(DEADLINE)) {
            throw new IllegalStateException("not ready after " + DEADLINE);
        }
        Connection connection = new Connection(
                partyline.bootstrapServers(), partyline.registryUri().toString(), "partyline", partyline.topics());
        lag = new EngineLag(connection);
        offsets = new Offsets(connection.admin());
        feed = feed(partyline);
        told = new ToldLines(
                partyline.topics(), partyline.serdes().of(FeedEntry.class).deserializer());
    }

    @Override
    public URI api() {
        return partyline.apiUri();
    }

    @Override
    public TokenMint tokens() {
        return partyline.tokens();
    }

    @Override
    public void settle() {
        long begin = System.nanoTime();
        long since = begin;
        long end = -1;
        while (System.nanoTime() - since < QUIET.toNanos()) {
            if (System.nanoTime() - begin > DEADLINE.toNanos()) {
                throw new IllegalStateException("no rest after " + DEADLINE + ": " + lag.behind()
                        + " events to be taken in, " + partyline.engine().health());
            }
            long now = offsets.end(List.of(partyline.topics().feed().name()));
            if (now != end || !partyline.engine().health().idle() || lag.behind() > 0) {
                end = now;
                since = System.nanoTime();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK.toMillis()));
        }
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public List<String> told(String feedKey) {
        Map<TopicPartition, Long> ends = feed.endOffsets(feed.assignment());
        while (ends.entrySet().stream().anyMatch(end -> feed.position(end.getKey()) < end.getValue())) {
            feed.poll(LOOK).forEach(row -> told.row(row.key(), row.value()));
        }
        return told.of(feedKey);
    }

    @Override
    public void close() {
        feed.close();
        offsets.close();
        lag.close();
        partyline.close();
    }

    private static KafkaConsumer<String, byte[]> feed(EmbeddedPartyline partyline) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                partyline.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer
                .partitionsFor(partyline.topics().feed().name())
                .stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
