package dev.partyline.api.faults;

import dev.partyline.api.embedded.BrokerProcess;
import dev.partyline.api.registry.EmbeddedRegistry;
import dev.partyline.api.registry.RegistryOn;
import dev.partyline.api.stack.EngineReport;
import dev.partyline.api.stack.EngineSetup;
import dev.partyline.api.stack.Ports;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.TopicLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/** A broker and two engines, each in a process of its own. */
final class Site implements AutoCloseable {
    static final int PARTITIONS = 4;

    private static final int SEATS = 2;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final BrokerProcess broker;
    private final EmbeddedRegistry registry;
    private final EngineSetup setup;
    private final List<Seat> seats = new ArrayList<>();

    private Site(BrokerProcess broker, EmbeddedRegistry registry, EngineSetup setup) {
        this.broker = broker;
        this.registry = registry;
        this.setup = setup;
    }

    /**
     * Starts all; returns while the engines are still starting.
     *
     * @param name part of all its names
     */
    static Site open(Path directory, Machine machine, String name, int standbys) throws IOException {
        BrokerProcess broker = BrokerProcess.start(directory.resolve("kafka"), machine.host(), Ports.free());
        EmbeddedRegistry registry = RegistryOn.host(machine.host(), directory.resolve("registry"));
        EngineSetup setup =
                new EngineSetup(broker.bootstrapServers(), registry.uri().toString(), name, standbys);
        Site site = new Site(broker, registry, setup);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicAdmin.create(admin, setup.topics(), TopicLayout.embedded(PARTITIONS));
            for (int seat = 0; seat < SEATS; seat++) {
                site.seats.add(new Seat(setup, machine.state(seat), machine.surroundings(seat)));
            }
            return site;
        } catch (IOException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    EngineSetup setup() {
        return setup;
    }

    BrokerProcess broker() {
        return broker;
    }

    List<Seat> seats() {
        return seats;
    }

    /** Lets time pass; whoever ends meanwhile is started again. */
    void hold(Duration duration) throws IOException {
        long end = System.nanoTime() + duration.toNanos();
        do {
            tend();
            LockSupport.parkNanos(Math.min(LOOK.toNanos(), Math.max(0, end - System.nanoTime())));
        } while (System.nanoTime() < end);
    }

    void tend() throws IOException {
        for (Seat seat : seats) {
            seat.tend();
        }
    }

    List<EngineReport> reports() {
        return seats.stream().map(Seat::report).toList();
    }

    /** Whether both engines process, and walk nothing. */
    boolean idle() {
        try {
            tend();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reports().stream().allMatch(EngineReport::idle);
    }

    @Override
    public void close() {
        try {
            for (Seat seat : seats) {
                seat.kill();
            }
            broker.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        registry.close();
    }
}
