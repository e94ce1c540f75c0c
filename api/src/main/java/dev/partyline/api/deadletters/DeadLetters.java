package dev.partyline.api.deadletters;

import dev.partyline.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The dead letters of an installation. All calls block, and throw Kafka's KafkaException when it cannot be asked.
 *
 * @param kafka what a client of Kafka's is configured with, {@code bootstrap.servers} first of all
 * @param topics the topics' names
 */
public record DeadLetters(Map<String, Object> kafka, Topics topics) {
    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final Comparator<Summary> OLDEST_FIRST =
            Comparator.comparing(Summary::buriedAt).thenComparing(Summary::place);

    /**
     * Looks whether there is an installation at all.
     *
     * @throws IllegalStateException when no Kafka answers soon, or it has no such topic
     */
    public void check() {
        try (Admin admin = Admin.create(kafka)) {
            DescribeTopicsOptions soon = new DescribeTopicsOptions().timeoutMs(ANSWER_WITHIN_MS);
            admin.describeTopics(List.of(topic()), soon).allTopicNames().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "there is no topic " + topic() + " at "
                            + kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG) + ": "
                            + String.valueOf(e.getCause()),
                    e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Those that are meant, oldest first. */
    public List<Summary> list(Selection selection) {
        List<Summary> letters = new ArrayList<>();
        Map<Place, Instant> sentAgain = new HashMap<>();
        try (LetterReader reader = reader()) {
            // Notes lie behind their letters, in the same partition.
            reader.each(
                    selection.since(),
                    letter -> letter.noted()
                            .ifPresentOrElse(
                                    place -> sentAgain.put(place, letter.buriedAt()),
                                    () -> letters.add(Summary.of(letter))));
        }
        return letters.stream()
                .map(letter -> letter.sentAgain(Optional.ofNullable(sentAgain.get(letter.place()))))
                .filter(letter -> selection.has(letter, topics))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** The letter at this place; empty: there is none. */
    public Optional<Letter> at(Place place) {
        try (LetterReader reader = reader()) {
            return reader.at(place);
        }
    }

    /**
     * Sends letters again, byte for byte, with the same key and their own headers, to where producers publish; those of
     * one key in the order in which they were buried. Each that has arrived is marked in {@code dead-letters}.
     */
    public Resent resend(Collection<Summary> letters) {
        Set<Place> wanted = new HashSet<>();
        letters.forEach(letter -> wanted.add(letter.place()));
        Optional<Instant> since = letters.stream().map(Summary::buriedAt).min(Comparator.naturalOrder());
        try (LetterReader reader = reader();
                Resender resender = new Resender(kafka, topics)) {
            reader.each(since, letter -> {
                if (letter.noted().isEmpty() && wanted.remove(letter.place())) {
                    resender.send(letter);
                }
            });
            wanted.forEach(gone -> resender.failed(gone, "it is no longer in " + topic()));
            return resender.finish();
        }
    }

    private LetterReader reader() {
        return new LetterReader(kafka, topic());
    }

    private String topic() {
        return topics.deadLetters().name();
    }
}
