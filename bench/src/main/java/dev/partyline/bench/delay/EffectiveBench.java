package dev.partyline.bench.delay;

import dev.partyline.api.http.auth.Scope;
import dev.partyline.bench.load.OpenLoad;
import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Figures;
import dev.partyline.bench.report.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * From a change that is handed over to its being effective (DESIGN 7), as {@code POST changes?wait} answers: users are
 * assigned to and taken from numbers with histories of different lengths, in turn, while traffic comes on others. A change does
 * not wait for the walk of the one before.
 */
public final class EffectiveBench {
    private static final int CREATED = 201;
    private static final int REPEATED = 200;
    private static final int PENDING = 202;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final int USERS = 10;

    private final BusyEngine busy;
    private final Changes changes;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;
    private int submitted;

    private EffectiveBench(BusyEngine busy, Changes changes) {
        this.busy = busy;
        this.changes = changes;
        this.token = busy.engine().token(Traffic.WORKSPACE, "upstream", Scope.INGEST);
    }

    /**
     * What is changed.
     *
     * @param histories messages on the number, one number each
     * @param perRound changes on each number in a round
     * @param pauseMillis between two changes
     */
    public record Changes(List<Integer> histories, int perRound, long pauseMillis) {}

    /** Measures on a stage that is used for nothing else. */
    public static List<Figures> run(Stage stage, BusySettings settings, Changes changes, Consumer<String> say)
            throws IOException, InterruptedException {
        BusyEngine busy = BusyEngine.start(stage, settings, say);
        for (int i = 0; i < changes.histories().size(); i++) {
            busy.history(settings.numbers() + i, changes.histories().get(i));
        }
        busy.settle();
        return new EffectiveBench(busy, changes).run(settings, say);
    }

    private List<Figures> run(BusySettings settings, Consumer<String> say) throws IOException, InterruptedException {
        Map<Integer, Percentiles> all = new LinkedHashMap<>();
        try (OpenLoad load = busy.load(0)) {
            for (int round = 0; round <= settings.rounds(); round++) {
                Map<Integer, Samples> samples = round(settings.numbers());
                for (Map.Entry<Integer, Samples> each : samples.entrySet()) {
                    String what = "change to effective, history %,d".formatted(each.getKey());
                    say.accept("round %d%s, %s: %s, message %,d"
                            .formatted(
                                    round,
                                    round == 0 ? " (warm-up)" : "",
                                    what,
                                    Percentiles.words(each.getValue()),
                                    load.dueNow()));
                    if (round > 0) {
                        all.computeIfAbsent(each.getKey(), key -> new Percentiles(what))
                                .add(each.getValue());
                    }
                }
            }
        }
        List<Figures> figures = new ArrayList<>();
        all.values().forEach(each -> figures.addAll(each.figures()));
        return figures;
    }

    private Map<Integer, Samples> round(int firstNumber) throws IOException, InterruptedException {
        Map<Integer, Samples> samples = new LinkedHashMap<>();
        changes.histories().forEach(history -> samples.put(history, new Samples()));
        for (int i = 0; i < changes.perRound(); i++) {
            int user = i / 2 % USERS;
            String type = i % 2 == 0 ? "UserAssigned" : "UserUnassigned";
            for (int number = 0; number < changes.histories().size(); number++) {
                long elapsed = effective(type, Traffic.number(firstNumber + number), "guest-" + user);
                samples.getOrDefault(changes.histories().get(number), new Samples())
                        .add(elapsed);
                TimeUnit.MILLISECONDS.sleep(changes.pauseMillis());
            }
        }
        return samples;
    }

    private long effective(String type, String number, String user) throws IOException, InterruptedException {
        String json = "{\"changeId\":\"effective-%d\",\"type\":\"%s\",\"number\":\"%s\",\"userId\":\"%s\"}"
                .formatted(submitted++, type, number, user);
        URI at = busy.api().resolve("/v1/workspaces/" + Traffic.WORKSPACE + "/changes?wait=20000");
        HttpRequest request = HttpRequest.newBuilder(at)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        long asked = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        while (answer.statusCode() == PENDING && System.nanoTime() - asked < PATIENCE_NANOS) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() != CREATED && answer.statusCode() != REPEATED) {
            throw new IllegalStateException("a change was answered " + answer.statusCode() + ": " + answer.body());
        }
        return System.nanoTime() - asked;
    }
}
