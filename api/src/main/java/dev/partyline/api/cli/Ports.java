package dev.partyline.api.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Looks whether ports are free before anything is started, so that a busy one is named with its option. */
final class Ports {
    private static final int HIGHEST = 65_535;

    private final CommandLine command;

    Ports(CommandLine command) {
        this.command = command;
    }

    /**
     * Passes when {@code port} is 0 (any free one) or free on loopback.
     *
     * @throws ParameterException naming the option and the remedy
     */
    void check(String option, int port) {
        if (port < 0 || port > HIGHEST) {
            throw new ParameterException(
                    command, option + " must be 0 (any free port) to " + HIGHEST + ", not " + port);
        }
        if (port != 0 && isBusy(port)) {
            throw new IllegalStateException("port " + port + " is in use. Stop what listens there (lsof -i :" + port
                    + "), or choose another with " + option + " (0: any free one)");
        }
    }

    private static boolean isBusy(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
