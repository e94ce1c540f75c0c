package dev.partyline.api.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/**
 * What a broker is again after a restart: the cluster id, which its logs are bound to, and the port, which clients know.
 *
 * @param port the port it listened on last
 */
record BrokerIdentity(String clusterId, int port) {
    private static final String FILE = "broker.properties";
    private static final String CLUSTER_ID = "cluster.id";
    private static final String PORT = "port";

    static BrokerIdentity ofNewCluster(int port) {
        return new BrokerIdentity(Uuid.randomUuid().toString(), port);
    }

    BrokerIdentity withPort(int newPort) {
        return new BrokerIdentity(clusterId, newPort);
    }

    /** What {@link #save} wrote to {@code directory}; empty when it never did. */
    static Optional<BrokerIdentity> load(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return Optional.of(
                new BrokerIdentity(required(properties, CLUSTER_ID), Integer.parseInt(required(properties, PORT))));
    }

    /** Replaces the file in one move, so that a crash leaves the old one or the new one. */
    void save(Path directory) {
        Properties properties = new Properties();
        properties.setProperty(CLUSTER_ID, clusterId);
        properties.setProperty(PORT, Integer.toString(port));
        StringWriter text = new StringWriter();
        Path draft = directory.resolve(FILE + ".new");
        try {
            properties.store(text, "What this embedded broker is again after a restart");
            Files.writeString(draft, text.toString());
            Files.move(draft, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + directory.resolve(FILE), e);
        }
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(FILE + " lacks " + key + ": it was not written by this program");
        }
        return value;
    }
}
