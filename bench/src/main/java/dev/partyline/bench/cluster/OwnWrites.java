package dev.partyline.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.bench.Latencies;
import dev.partyline.bench.cluster.Caller.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A change is submitted to one server and read from the other at once: without its token, which may be too early, and with it,
 * which must not. Three questions each: who is assigned to the number, the user's numbers, the user's feed.
 */
public final class OwnWrites {
    private static final int WORKERS = 10;
    private static final long REPORT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Cluster cluster;
    private final URI[] servers;
    private final AtomicInteger left;
    private final Map<String, AtomicLong> staleWithout = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicLong> staleWith = new ConcurrentSkipListMap<>();
    private final Map<Integer, AtomicLong> otherStatuses = new ConcurrentSkipListMap<>();
    private final Latencies withToken = new Latencies();

    private OwnWrites(Cluster cluster, int rounds) {
        this.cluster = cluster;
        this.servers = cluster.servers().stream().map(ServerProcess::uri).toArray(URI[]::new);
        this.left = new AtomicInteger(rounds);
    }

    /** Runs it, with so many rounds. */
    public static void run(int rounds) throws Exception {
        try (Cluster cluster = Cluster.start(2, 0)) {
            OwnWrites bench = new OwnWrites(cluster, rounds);
            bench.run();
            System.out.printf(Locale.ROOT, "%d changes at one of two servers, each read from the other:%n", rounds);
            System.out.println("stale answers with the token: " + new TreeMap<>(bench.staleWith));
            System.out.println("stale answers without, asked at once: " + new TreeMap<>(bench.staleWithout));
            System.out.println("answers that were none, by status: " + bench.otherStatuses);
            System.out.println(bench.withToken.rowToP999("first answer with the token, ms"));
        }
    }

    /** What shows whether a user is assigned to a number. */
    private enum Question {
        ASSIGNEES("/numbers/%2$s/assignees", "assignees", "userId"),
        NUMBERS("/users/%1$s/numbers", "numbers", "number"),
        FEED("/users/%1$s/feed", "lines", "number");

        private final String path;
        private final String list;
        private final String member;

        Question(String path, String list, String member) {
            this.path = path;
            this.list = list;
            this.member = member;
        }

        URI at(URI server, String user, String number) {
            return server.resolve(Size.PATH + String.format(path, user, number.replace("+", "%2B")));
        }

        boolean shows(JsonNode answer, String user, String number) {
            String wanted = this == ASSIGNEES ? user : number;
            for (JsonNode each : answer.path(list)) {
                if (each.path(member).asText().equals(wanted)) {
                    return each.path("assigned").asBoolean(true);
                }
            }
            return false;
        }
    }

    private void run() throws Exception {
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            int user = worker;
            workers.add(() -> work(user));
        }
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try (Load load = new Load()) {
            load.run("progress", random -> {
                TimeUnit.NANOSECONDS.sleep(REPORT_EVERY_NANOS);
                System.err.printf(Locale.ROOT, "%d to go%n", Math.max(0, left.get()));
            });
            for (Future<Boolean> done : threads.invokeAll(workers)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** One user on one number, whom nobody else changes. */
    private boolean work(int user) throws InterruptedException {
        Caller caller = new Caller(cluster.token("system", Scope.INGEST, Scope.OPS));
        String number = Size.number(user);
        boolean assigned = false;
        for (int turn = 0; left.decrementAndGet() >= 0; turn++) {
            assigned = !assigned;
            URI writer = servers[(user + turn) % servers.length];
            URI reader = servers[(user + turn + 1) % servers.length];
            String type = assigned ? "UserAssigned" : "UserUnassigned";
            Answer sent = caller.post(
                    writer.resolve(Size.PATH + "/changes?wait=0"),
                    String.format(
                            "{\"type\":\"%s\",\"number\":\"%s\",\"userId\":\"%s\"}", type, number, Size.user(user)));
            String token = sent.token()
                    .orElseThrow(() -> new IllegalStateException("no token: " + sent.status() + " " + sent.body()));
            for (Question question : Question.values()) {
                note(caller.get(question.at(reader, Size.user(user), number)), question, user, assigned, staleWithout);
            }
            for (Question question : Question.values()) {
                long began = System.nanoTime();
                note(
                        caller.get(question.at(reader, Size.user(user), number), token),
                        question,
                        user,
                        assigned,
                        staleWith);
                if (question == Question.ASSIGNEES) {
                    withToken.add(System.nanoTime() - began);
                }
            }
        }
        return true;
    }

    private void note(Answer answer, Question question, int user, boolean assigned, Map<String, AtomicLong> stale) {
        if (!answer.ok()) {
            count(otherStatuses, answer.status());
        } else if (question.shows(answer.body(), Size.user(user), Size.number(user)) != assigned) {
            count(stale, question.name());
        }
    }

    private static <K> void count(Map<K, AtomicLong> counts, K key) {
        counts.computeIfAbsent(key, unused -> new AtomicLong()).incrementAndGet();
    }
}
