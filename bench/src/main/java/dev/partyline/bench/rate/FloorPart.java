package dev.partyline.bench.rate;

import dev.partyline.bench.load.Places;
import dev.partyline.bench.process.Part;
import dev.partyline.bench.process.ProducerSettings;
import dev.partyline.bench.process.Settings;
import dev.partyline.bench.rate.Rows.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The floor: plain transactional producers, each with a thread, that write exactly the bytes of a feed again, a transaction
 * every commit interval, and do nothing else.
 *
 * <p>Settings: {@code source}, the topic to read rows from, {@code from} and {@code to} which places ({@link Places}), and
 * {@code name}, under which they are kept in memory; or {@code name} and {@code write}, the topic to write them to,
 * {@code producers} and Streams' own.
 */
public final class FloorPart implements Part {
    private final Map<String, Rows> kept = new HashMap<>();

    @Override
    public String start(Settings settings) throws Exception {
        String name = settings.text("name");
        if (settings.has("source")) {
            Rows rows = read(settings);
            kept.put(name, rows);
            return Integer.toString(rows.size());
        }
        Rows rows = kept.get(name);
        if (rows == null) {
            throw new IllegalStateException("no rows are kept as " + name);
        }
        write(rows.mixed(), settings);
        return Integer.toString(rows.size());
    }

    @Override
    public void stop() {
        kept.clear();
    }

    private static Rows read(Settings settings) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", settings.text("bootstrap"), "isolation.level", "read_committed");
        String topic = settings.text("source");
        Map<TopicPartition, Long> from = Places.parse(topic, settings.text("from"));
        Map<TopicPartition, Long> to = Places.parse(topic, settings.text("to"));
        Rows rows = new Rows(to.size());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(to.keySet());
            from.forEach(consumer::seek);
            while (to.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> row : consumer.poll(Duration.ofMillis(100))) {
                    if (isRecord(row.key())) {
                        rows.add(row);
                    }
                }
            }
        }
        rows.complete();
        return rows;
    }

    /** Whether it is the key of a record's row: {@code ws|user|rec|…}; what lines and users say is too little to count. */
    private static boolean isRecord(byte[] key) {
        return new String(key, StandardCharsets.US_ASCII).contains("|rec|");
    }

    private static void write(List<Row> rows, Settings settings) throws Exception {
        int producers = settings.number("producers");
        ExecutorService pool = Executors.newFixedThreadPool(producers);
        try {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int i = 0; i < producers; i++) {
                List<Row> share = rows.subList(
                        (int) ((long) rows.size() * i / producers), (int) ((long) rows.size() * (i + 1) / producers));
                String id = "floor-" + i;
                shares.add(() -> write(share, id, settings));
            }
            for (Future<Void> each : pool.invokeAll(shares)) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    @SuppressWarnings("NullAway") // Callable<Void> has nothing else to return.
    private static Void write(List<Row> rows, String id, Settings settings) {
        Map<String, Object> config = ProducerSettings.producer(settings.values());
        config.put("bootstrap.servers", settings.text("bootstrap"));
        config.put("transactional.id", id);
        String topic = settings.text("write");
        long interval = TimeUnit.MILLISECONDS.toNanos(settings.number("commit.interval.ms"));
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            long began = System.nanoTime();
            for (Row row : rows) {
                producer.send(row.toSend(topic));
                long now = System.nanoTime();
                if (now - began >= interval) {
                    producer.commitTransaction();
                    producer.beginTransaction();
                    began = now;
                }
            }
            producer.commitTransaction();
        }
        return null;
    }
}
