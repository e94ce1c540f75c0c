package dev.partyline.api.stack;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ports for servers that go and come back. */
public final class Ports {
    private static final Logger LOG = LoggerFactory.getLogger(Ports.class);
    private static final int FIRST = 20_000;
    private static final int HOW_MANY = 12_000;
    private static final int ATTEMPTS = 100;

    private Ports() {}

    /**
     * A free port below those that the system gives to clients: while the server is gone, a client's port must not be the
     * one that it comes back on.
     */
    public static int free() throws IOException {
        Random random = new Random();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = FIRST + random.nextInt(HOW_MANY);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                LOG.debug("port {} is taken", port, e);
            }
        }
        throw new IOException("no free port below the clients' ports");
    }
}
