package dev.partyline.bench.process;

import dev.partyline.api.client.Connection;
import dev.partyline.bench.load.Feed;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Where a benchmark plays: a broker and a registry in a process of their own, a directory for all data, and the processes
 * that are added. Closing it ends and deletes all of them, also after a failure; should this process be killed, they end by
 * themselves.
 */
public final class Stage implements AutoCloseable {
    private static final String BROKER_HEAP = "-Xmx1g";
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private final StageSettings settings;
    private final Scratch scratch;
    private final List<Child> children = new ArrayList<>();
    private final String bootstrapServers;
    private final String registryUrl;
    private final Admin admin;

    private Stage(StageSettings settings, Scratch scratch) throws IOException {
        this.settings = settings;
        this.scratch = scratch;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end)); // for whoever interrupts it
        Child broker = launch(BrokerPart.class, "broker", List.of(BROKER_HEAP));
        try {
            String[] addresses = broker.start(
                            Map.of("data", scratch.path().resolve("broker").toString()))
                    .split(" ");
            this.bootstrapServers = addresses[0];
            this.registryUrl = addresses[1];
            this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        } catch (IOException | RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    public static Stage open(StageSettings settings) throws IOException {
        Scratch scratch = Scratch.create();
        try {
            return new Stage(settings, scratch);
        } catch (IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    public StageSettings settings() {
        return settings;
    }

    public Admin admin() {
        return admin;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public Path directory() {
        return scratch.path();
    }

    /** An installation of its own on this broker: topics under this name, and an engine's group. */
    public Connection installation(String name) {
        return new Connection(bootstrapServers, registryUrl, name, new Topics(name + "."));
    }

    /** Creates an installation's topics. */
    public Connection create(String name) {
        Connection connection = installation(name);
        TopicAdmin.create(admin, connection.topics(), layout(settings.partitions()));
        return connection;
    }

    /** An installation's feed, seen from outside. */
    public Feed feed(Connection installation) {
        return feed(installation.topics().feed().name());
    }

    /** Another topic with as many partitions. */
    public Feed feed(String topic) {
        return new Feed(admin, topic, settings.partitions());
    }

    /** Creates a topic like those. */
    public void createTopic(String name, Map<String, String> config) throws InterruptedException {
        NewTopic topic = new NewTopic(name, settings.partitions(), (short) 1).configs(config);
        try {
            admin.createTopics(List.of(topic)).all().get();
            awaitVisible(name);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not create " + name, e);
        }
    }

    /** The controller answers before the broker knows. */
    private static TopicLayout layout(int partitions) {
        Map<PartitionGroup, Integer> all = new EnumMap<>(PartitionGroup.class);
        for (PartitionGroup group : PartitionGroup.values()) {
            all.put(group, group == PartitionGroup.WORKSPACE ? 1 : partitions);
        }
        return new TopicLayout(all, (short) 1);
    }

    private void awaitVisible(String topic) throws InterruptedException, ExecutionException {
        while (!admin.listTopics().names().get().contains(topic)) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    /** Deletes all topics whose names begin so. */
    public void deleteTopics(String prefix) throws InterruptedException {
        try {
            List<String> names = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(prefix))
                    .toList();
            admin.deleteTopics(names).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not delete " + prefix + "*", e);
        }
    }

    /** A process for a part with so much heap; it ends with this stage. */
    public Child add(Class<? extends Part> part, String name, String heap) throws IOException {
        return launch(part, name, List.of("-Xmx" + heap, "-XX:+UseG1GC"));
    }

    /** A server with the engine, alone, not started yet. */
    public EngineProcess addEngine(String name) throws IOException {
        return addEngine(name, 0);
    }

    /** One of several, each with so many standbys. */
    public EngineProcess addEngine(String name, int standbys) throws IOException {
        List<String> options = new ArrayList<>(List.of("-Xmx" + settings.heap(), "-XX:+UseG1GC"));
        options.addAll(settings.serverOptions());
        Child child = launch(ServerPart.class, name, options);
        return new EngineProcess(this, child, scratch.path().resolve(name), standbys);
    }

    @Override
    public void close() {
        admin.close();
        end();
    }

    private void end() {
        for (int i = children.size() - 1; i >= 0; i--) {
            children.get(i).close();
        }
        scratch.close();
    }

    private Child launch(Class<? extends Part> part, String name, List<String> options) throws IOException {
        Child child = Child.launch(part, scratch.path().resolve(name + ".log"), options);
        children.add(child);
        return child;
    }
}
