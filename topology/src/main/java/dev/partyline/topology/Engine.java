package dev.partyline.topology;

import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.topology.clients.EngineClients;
import dev.partyline.topology.query.CommittedEnds;
import dev.partyline.topology.query.Instance;
import dev.partyline.topology.query.Peers;
import dev.partyline.topology.query.Queries;
import dev.partyline.topology.query.ReadScope;
import dev.partyline.topology.query.RunningQueries;
import dev.partyline.topology.store.HeapBudget;
import dev.partyline.topology.view.ReadAhead;
import dev.partyline.topology.view.ViewProgress;
import dev.partyline.topology.visibility.WalkSettings;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.OpenTransactions;
import dev.partyline.topology.wiring.Wiring;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running engine: one Kafka Streams client, and what its stores answer. */
public final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);
    private static final long ROCKS_BYTES = 256L * 1024 * 1024;

    private final Admin admin;
    private final RocksMemory memory;
    private final TopologyDescription description;
    private final KafkaStreams streams;
    private final EngineCounters counters;
    private final ReadAhead ahead;
    private final CommittedEnds ends;
    private final RunningQueries queries;
    private final StreamsMeters meters;
    private final GroupMembershipOperation atEnd;
    private final ClockWatch clock;

    private Engine(EngineConfig config, Admin admin, RocksMemory memory, Peers peers) {
        this.admin = admin;
        this.memory = memory;
        this.counters = new EngineCounters();
        Map<PartitionGroup, Integer> partitions = TopicAdmin.partitions(admin, config.topics());
        AvroSerdes serdes = new AvroSerdes(config.serdeClass(), config.serdeConfig());
        Wiring wiring = new Wiring(
                config.topics(), serdes, partitions, counters, new OpenTransactions(), HeapBudget.ofThisProcess());
        Properties properties = EngineProperties.of(config, memory);
        this.atEnd = EngineProperties.atEnd(config);
        ViewProgress progress = new ViewProgress();
        PartylineTopology stages = new PartylineTopology(wiring);
        Topology topology = config.view()
                ? stages.whole(WalkSettings.DEFAULT, Optional.of(progress))
                : stages.whole(WalkSettings.WITHOUT_VIEW, Optional.empty());
        // Walks of an engine with a view must not get ahead of it: whoever reads would wait.
        BooleanSupplier hurry = config.view() ? () -> false : counters::slicesUnderWay;
        this.description = topology.describe();
        EngineClients clients = new EngineClients(wiring, progress, hurry);
        this.streams = new KafkaStreams(topology, properties, clients);
        Map<String, Object> reading = EngineProperties.reader(properties, config.applicationId() + "-feed-ahead");
        this.ahead = ReadAhead.start(progress, () -> clients.getRestoreConsumer(reading));
        Map<String, Object> asking = EngineProperties.reader(properties, config.applicationId() + "-feed-ends");
        this.ends = new CommittedEnds(() -> clients.getRestoreConsumer(asking));
        this.clock = ClockWatch.start(this::end);
        this.meters = new StreamsMeters(config.topics(), streams::metrics);
        this.queries = new RunningQueries(
                streams,
                wiring,
                new RunningQueries.View(progress, ahead, ends),
                new RunningQueries.Broker(admin, config.applicationId()),
                new RunningQueries.Neighbours(config.applicationServer(), peers));
    }

    /** As {@link #start(EngineConfig, Peers)}, an engine that stands alone. */
    public static Engine start(EngineConfig config) {
        return start(config, Peers.NONE);
    }

    /**
     * Starts the engine; returns at once, before it is ready (see {@link #health}). The topics must exist.
     *
     * @param peers the way to the other instances, if the configuration says at which address they reach this one
     * @throws IllegalStateException when topics are missing or contradict DESIGN 5; the message says which, and how
     */
    public static Engine start(EngineConfig config, Peers peers) {
        Map<String, Object> adminConfig = new HashMap<>(config.kafka());
        adminConfig.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        Admin admin = Admin.create(adminConfig);
        RocksMemory memory = new RocksMemory(ROCKS_BYTES);
        try {
            List<String> faults = TopicAdmin.check(admin, config.topics());
            if (!faults.isEmpty()) {
                throw new IllegalStateException("topics are not as they must be:\n  " + String.join("\n  ", faults));
            }
            Engine engine = new Engine(config, admin, memory, peers);
            engine.run();
            return engine;
        } catch (RuntimeException e) {
            memory.close();
            admin.close();
            throw e;
        }
    }

    private void run() {
        try {
            streams.setUncaughtExceptionHandler(Engine::onFailure);
            streams.start();
        } catch (RuntimeException e) {
            clock.close();
            ahead.close();
            ends.close();
            streams.close(CLOSE_WITHIN);
            throw e;
        }
    }

    public Queries queries() {
        return queries.queries();
    }

    /** This engine, as the other instances ask it. */
    public Instance own() {
        return queries.own();
    }

    /** What may be done for the reader on the current thread. */
    public ReadScope scope() {
        return queries.scope();
    }

    public EngineHealth health() {
        KafkaStreams.State state = streams.state();
        return new EngineHealth(
                state.name(),
                state == KafkaStreams.State.RUNNING,
                counters.deadLettersSoFar(),
                counters.movedSoFar(),
                counters.walksUnderWay(),
                counters.untold());
    }

    /** What this instance measures; reads all of Kafka Streams' meters, some milliseconds. */
    public EngineMetrics metrics() {
        return new EngineMetrics(
                counters.recordsSoFar(),
                counters.changesSoFar(),
                counters.deliveriesSoFar(),
                counters.deadLettersSoFar(),
                counters.movedSoFar(),
                counters.supersededSoFar(),
                counters.expiredSoFar(),
                counters.walksUnderWay(),
                counters.untold(),
                counters.deliveryLatency(),
                meters.lag(),
                meters.stores());
    }

    /** What it runs. */
    public TopologyDescription topology() {
        return description;
    }

    /** Comes to an end that shows in {@link #health}, so that whoever runs the engine starts it again. */
    private void end() {
        streams.close(CloseOptions.timeout(CLOSE_WITHIN).withGroupMembershipOperation(atEnd));
    }

    /** Stops the engine, committing what it has done; its tasks go to the other instances at once. */
    @Override
    public void close() {
        clock.close();
        ahead.close();
        ends.close();
        if (streams.close(CloseOptions.timeout(CLOSE_WITHIN).withGroupMembershipOperation(atEnd))) {
            memory.close();
        } else {
            // A thread may still use the memory: it is left to the end of the process.
            LOG.warn("the engine was not closed within {}: what it had not committed is done again", CLOSE_WITHIN);
        }
        admin.close(CLOSE_WITHIN);
    }

    /** A failed task has committed nothing of what failed: another thread takes it again from the last commit. */
    private static StreamThreadExceptionResponse onFailure(Throwable failure) {
        LOG.error("a stream thread failed; its tasks are taken again from their last commit", failure);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
