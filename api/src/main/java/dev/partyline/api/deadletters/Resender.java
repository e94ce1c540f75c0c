package dev.partyline.api.deadletters;

import dev.partyline.schemas.topic.Publishing;
import dev.partyline.schemas.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends letters again, then marks those that have arrived: whatever happens in between, a letter is sent twice rather than
 * never. Twice does no harm: records and changes may be repeated.
 */
final class Resender implements AutoCloseable {
    private final Topics topics;
    private final Producer<byte[], byte[]> producer;
    /** Of those that were handed over. */
    private final Map<Place, Optional<byte[]>> keys = new HashMap<>();

    private final SortedMap<Place, String> failed = new ConcurrentSkipListMap<>();

    Resender(Map<String, Object> kafka, Topics topics) {
        this.topics = topics;
        Map<String, Object> config = Publishing.config(kafka);
        // The topic decides what is too large, not this client.
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_MESSAGE_BYTES);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Hands a letter over; returns before it is acknowledged. */
    void send(Letter letter) {
        Optional<Source> source = Source.of(topics, letter.topic());
        if (letter.cut().isPresent()) {
            failed(
                    letter.place(),
                    "only its beginning is there (it had " + letter.cut().get() + ")");
        } else if (source.isEmpty()) {
            failed(letter.place(), "it came from " + Printable.text(letter.topic()) + ", where nobody publishes");
        } else {
            keys.put(letter.place(), Optional.ofNullable(letter.key()));
            send(letter.place(), again(letter, source.get()), "");
        }
    }

    void failed(Place place, String why) {
        failed.put(place, why);
    }

    /** Waits for what was handed over, and marks what has arrived. */
    Resent finish() {
        producer.flush();
        SortedSet<Place> sent = new TreeSet<>(keys.keySet());
        sent.removeAll(failed.keySet());
        sent.forEach(place -> send(place, note(place), "it was sent, but not marked as sent: "));
        producer.flush();
        return new Resent(sent, failed);
    }

    @Override
    public void close() {
        producer.close();
    }

    private ProducerRecord<byte[], byte[]> again(Letter letter, Source source) {
        return new ProducerRecord<>(source.topic(topics), null, letter.key(), letter.value(), letter.resentHeaders());
    }

    private ProducerRecord<byte[], byte[]> note(Place place) {
        byte[] key = keys.getOrDefault(place, Optional.empty()).orElse(null);
        List<Header> headers = List.of(Letter.header(Letter.NOTE_HEADER, place));
        return new ProducerRecord<>(topics.deadLetters().name(), place.partition(), key, null, headers);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells what the producer's future would
    private void send(Place place, ProducerRecord<byte[], byte[]> message, String what) {
        producer.send(message, (metadata, problem) -> {
            if (problem != null) {
                failed(place, what + problem.getMessage());
            }
        });
    }
}
