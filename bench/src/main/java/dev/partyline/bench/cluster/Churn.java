package dev.partyline.bench.cluster;

import dev.partyline.bench.cluster.Caller.Answer;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Assigns and unassigns users, one line after the other, and notes when each is certain. */
final class Churn implements Task {
    private final List<URI> servers;
    private final Caller caller;
    private final Truth truth;
    private final Size size;
    private final AtomicLong settled = new AtomicLong();

    Churn(List<URI> servers, Caller caller, Truth truth, Size size) {
        this.servers = servers;
        this.caller = caller;
        this.truth = truth;
        this.size = size;
    }

    long settled() {
        return settled.get();
    }

    @Override
    public void step(Random random) throws InterruptedException {
        int user = random.nextInt(size.users());
        int number = random.nextInt(size.numbers());
        toggle(user, number, random);
    }

    /** Assigns the user where they are not known to be, and else unassigns them; returns once that is effective. */
    void toggle(int user, int number, Random random) throws InterruptedException {
        change(user, number, !truth.assigned(user, number), random);
    }

    /** Changes a line, and returns once it is effective. A change that nobody answers is sent again, with the same id. */
    void change(int user, int number, boolean assign, Random random) throws InterruptedException {
        String json = String.format(
                "{\"changeId\":\"%s\",\"type\":\"%s\",\"number\":\"%s\",\"userId\":\"%s\"}",
                UUID.randomUUID(), assign ? "UserAssigned" : "UserUnassigned", Size.number(number), Size.user(user));
        truth.changing(user, number);
        Answer answer;
        do {
            URI server = servers.get(random.nextInt(servers.size()));
            answer = caller.post(server.resolve(Size.PATH + "/changes?wait=10000"), json);
            if (answer.status() / 100 == 4) {
                throw new IllegalStateException(answer.status() + ": " + answer.body());
            }
        } while (answer.status() != 200 && answer.status() != 201);
        truth.settled(user, number, assign);
        settled.incrementAndGet();
    }
}
