package dev.partyline.bench.load;

import dev.partyline.api.client.Connection;
import dev.partyline.api.client.EngineLag;
import dev.partyline.api.client.Upstream;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.util.concurrent.TimeUnit;

/** The company whose numbers and users a benchmark has, in one installation: what it publishes there. */
public final class Company implements AutoCloseable {
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final Connection connection;
    private final Upstream upstream;
    private final Traffic traffic;

    private int changes;

    public Company(Connection connection, Traffic traffic) {
        this.connection = connection;
        this.upstream = new Upstream(connection);
        this.traffic = traffic;
    }

    /** Publishes the assignments of a shape. */
    public void assign(Shape shape) {
        for (int number = 0; number < shape.numbers(); number++) {
            for (int user : shape.assigneesOf(number)) {
                assign(number, user);
            }
        }
        upstream.flush();
    }

    /** Publishes an assignment; it is on its way when this returns. */
    public void assign(int number, int user) {
        change(new UserAssigned(Traffic.number(number), Traffic.user(user), null, null));
    }

    public void unassign(int number, int user) {
        change(new UserUnassigned(Traffic.number(number), Traffic.user(user)));
    }

    /** Publishes the messages from one place to another; returns when they are stored. */
    public void publish(int from, int to) {
        for (int i = from; i < to; i++) {
            upstream.publish(traffic.message(i));
        }
        upstream.flush();
    }

    public void flush() {
        upstream.flush();
    }

    /** Returns when the engine has taken in all that was published, and the feeds have come to rest. */
    public void settle(Feed feed) throws InterruptedException {
        try (EngineLag lag = new EngineLag(connection)) {
            do {
                while (lag.behind() > 0) {
                    TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
                }
                Meter.awaitRest(feed::end);
            } while (lag.behind() > 0);
        }
    }

    @Override
    public void close() {
        upstream.close();
    }

    private void change(Object change) {
        upstream.publish(new DirectoryChange("change-" + changes++, Traffic.WORKSPACE, null, null, change));
    }
}
