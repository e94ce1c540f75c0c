package dev.partyline.api.faults;

import dev.partyline.api.stack.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Each engine in a network namespace of its own, whose only link leads to the broker and can be cut. Addresses are of
 * those that are kept for trials (RFC 2544). Needs root.
 */
final class Namespaces implements Machine {
    private final Machine machine;
    private final String tag;
    private final String net;
    private final List<String[]> undo = new ArrayList<>();

    Namespaces(Path directory) throws IOException {
        this.machine = Machine.plain(directory);
        Random random = new Random();
        this.tag = "pl" + random.nextInt(100_000);
        this.net = "198." + (18 + random.nextInt(2)) + "." + random.nextInt(256) + ".";
        try {
            Shell.run("ip", "address", "add", host() + "/32", "dev", "lo");
            undo("ip", "address", "del", host() + "/32", "dev", "lo");
            lay(0);
            lay(1);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public String host() {
        return net + "1";
    }

    @Override
    public Path state(int seat) throws IOException {
        return machine.state(seat);
    }

    @Override
    public Surroundings surroundings(int seat) {
        return new Surroundings(List.of("ip", "netns", "exec", namespace(seat)), Map.of());
    }

    /** From now on nothing passes between this seat's engine and the rest; nobody is told. */
    void cut(int seat) throws IOException {
        Shell.run("ip", "link", "set", link(seat), "down");
    }

    void mend(int seat) throws IOException {
        Shell.run("ip", "link", "set", link(seat), "up");
    }

    @Override
    public void close() {
        Collections.reverse(undo);
        for (String[] command : undo) {
            try {
                Shell.run(command);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        machine.close();
    }

    private void lay(int seat) throws IOException {
        String namespace = namespace(seat);
        String end = tag + "-" + seat + "n";
        String near = net + (4 * (seat + 1) + 1);
        String far = net + (4 * (seat + 1) + 2);
        Shell.run("ip", "netns", "add", namespace);
        undo("ip", "netns", "del", namespace);
        Shell.run("ip", "link", "add", link(seat), "type", "veth", "peer", "name", end);
        undo("ip", "link", "del", link(seat));
        Shell.run("ip", "link", "set", end, "netns", namespace);
        Shell.run("ip", "address", "add", near + "/30", "dev", link(seat));
        Shell.run("ip", "link", "set", link(seat), "up");
        Shell.run("ip", "-n", namespace, "address", "add", far + "/30", "dev", end);
        Shell.run("ip", "-n", namespace, "link", "set", "lo", "up");
        Shell.run("ip", "-n", namespace, "link", "set", end, "up");
        Shell.run("ip", "-n", namespace, "route", "add", host(), "via", near);
    }

    private void undo(String... command) {
        undo.add(command);
    }

    private String namespace(int seat) {
        return tag + "-" + seat;
    }

    /** The end of the seat's link on this side. */
    private String link(int seat) {
        return tag + "-" + seat + "h";
    }
}
