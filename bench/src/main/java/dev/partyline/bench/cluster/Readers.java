package dev.partyline.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.bench.cluster.Caller.Answer;
import dev.partyline.bench.cluster.Truth.Gone;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads feeds from any server, as through a load balancer: where nobody listens, from the next. Holds each answer against what
 * is certain: a line that is gone must not show.
 */
final class Readers implements Task {
    private final List<URI> servers;
    private final Caller caller;
    private final Truth truth;
    private final Size size;
    private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
    private final AtomicLong leaks = new AtomicLong();

    Readers(List<URI> servers, Caller caller, Truth truth, Size size) {
        this.servers = servers;
        this.caller = caller;
        this.truth = truth;
        this.size = size;
    }

    /** How often each status was answered; 0: no answer. */
    Map<Integer, Long> statuses() {
        Map<Integer, Long> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    long leaks() {
        return leaks.get();
    }

    @Override
    public void step(Random random) throws InterruptedException {
        int user = random.nextInt(size.users());
        int first = random.nextInt(servers.size());
        int status = 0;
        for (int i = 0; status == 0 && i < servers.size(); i++) {
            status = ask(servers.get((first + i) % servers.size()), user);
        }
        statuses.computeIfAbsent(status, unused -> new AtomicLong()).incrementAndGet();
    }

    /** Reads a user's feed; returns the status. */
    int ask(URI server, int user) throws InterruptedException {
        List<Gone> gone = truth.gone(user);
        Answer answer = caller.get(server.resolve(Size.feed(user) + "?limit=500"));
        if (answer.ok()) {
            Set<String> shown = shown(answer.body());
            gone.stream()
                    .filter(line -> shown.contains(Size.number(line.number())) && truth.stillGone(user, line))
                    .forEach(line -> {
                        leaks.incrementAndGet();
                        System.out.println("LEAK: " + Size.user(user) + " on " + Size.number(line.number()));
                    });
        }
        return answer.status();
    }

    private static Set<String> shown(JsonNode page) {
        Set<String> numbers = new HashSet<>();
        for (JsonNode entry : page.path("records")) {
            numbers.add(entry.path("record").path("number").asText());
        }
        return numbers;
    }
}
