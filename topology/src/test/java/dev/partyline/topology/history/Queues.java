package dev.partyline.topology.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Messages between two stages: in order within a queue, in any order among queues, as Kafka has it with partitions. */
final class Queues<T> {
    private final Map<String, Deque<T>> queues = new TreeMap<>();
    private final Random random;

    Queues(Random random) {
        this.random = random;
    }

    void add(String queue, T message) {
        queues.computeIfAbsent(queue, unused -> new ArrayDeque<>()).add(message);
    }

    boolean isEmpty() {
        return queues.isEmpty();
    }

    /** The next message of some queue. */
    T next() {
        return take(false);
    }

    /** The last message of some queue: what Kafka never does. */
    T last() {
        return take(true);
    }

    private T take(boolean last) {
        List<String> names = new ArrayList<>(queues.keySet());
        String name = names.get(random.nextInt(names.size()));
        Deque<T> queue = queues.getOrDefault(name, new ArrayDeque<>());
        T message = last ? queue.removeLast() : queue.removeFirst();
        if (queue.isEmpty()) {
            queues.remove(name);
        }
        return message;
    }
}
