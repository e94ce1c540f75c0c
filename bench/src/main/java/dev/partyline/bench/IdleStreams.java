package dev.partyline.bench;

import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.bench.process.Scratch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What idle streams cost: opens many, each of a user of its own, on an embedded Partyline in this process, and says how much
 * more memory and how many more threads there are then. The clients' sockets are in this process, too, and count.
 * Needs two file descriptors for each stream.
 */
public final class IdleStreams {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final long SETTLE_SECONDS = 35;
    private static final int COLLECTIONS = 5;

    private IdleStreams() {}

    /** Runs it, with so many streams. */
    public static void run(int count) throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (Scratch data = Scratch.create();
                EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(data.path()))) {
            if (!partyline.awaitReady(READY_WITHIN)) {
                throw new IllegalStateException("the engine is not ready");
            }
            clients.add(open(partyline.apiUri(), "warm-up"));
            Usage before = Usage.now();
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                clients.add(open(partyline.apiUri(), "user-" + i));
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
            Usage opened = Usage.now();
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS); // So that each has had heartbeats.
            Usage idle = Usage.now();
            System.out.printf("%,d streams opened in %d s, one after the other%n", count, seconds);
            opened.printSince(before, count, "just opened");
            idle.printSince(before, count, "after " + SETTLE_SECONDS + " s");
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** Asks for a stream, and reads until it has begun. */
    private static Socket open(URI api, String user) throws IOException {
        Socket socket = new Socket(api.getHost(), api.getPort());
        String request = "GET /v1/workspaces/acme/users/" + user + "/feed/stream HTTP/1.1\r\nHost: " + api.getHost()
                + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 512);
        String line = answer.readLine();
        if (line == null || !line.contains(" 200 ")) {
            throw new IllegalStateException("a stream was refused: " + line);
        }
        while (line != null && !line.startsWith("id: ")) {
            line = answer.readLine();
        }
        return socket;
    }

    /** What this process uses. */
    private record Usage(long heapBytes, long directBytes, int threads) {
        static Usage now() throws InterruptedException {
            for (int i = 0; i < COLLECTIONS; i++) {
                System.gc();
                TimeUnit.MILLISECONDS.sleep(200);
            }
            return new Usage(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                            .mapToLong(BufferPoolMXBean::getMemoryUsed)
                            .sum(),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }

        void printSince(Usage before, int streams, String when) {
            long heap = heapBytes - before.heapBytes;
            long direct = directBytes - before.directBytes;
            System.out.printf(
                    "%s: per stream %,d bytes of heap and %,d of direct buffers; in all %,d MB; %d threads, before %d%n",
                    when, heap / streams, direct / streams, (heap + direct) >> 20, threads, before.threads);
        }
    }
}
