package dev.partyline.api.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A client that sends any bytes, and keeps its connection as long as the server does. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final URI server;
    private Optional<Socket> connection = Optional.empty();

    RawHttp(URI server) {
        this.server = server;
    }

    /**
     * What is answered to one request.
     *
     * @param last whether nothing more will be sent: the server may then wait for no more
     */
    Answer send(byte[] request, boolean last) throws IOException {
        boolean reused = connection.isPresent();
        try {
            return exchange(request, last);
        } catch (EOFException e) {
            if (!reused) {
                throw e;
            }
            return exchange(request, last); // the server had closed the connection after the request before
        }
    }

    @Override
    public void close() throws IOException {
        if (connection.isPresent()) {
            connection.get().close();
            connection = Optional.empty();
        }
    }

    private Answer exchange(byte[] request, boolean last) throws IOException {
        if (connection.isEmpty()) {
            Socket opened = new Socket(server.getHost(), server.getPort());
            opened.setSoTimeout(PATIENCE_MILLIS);
            opened.setTcpNoDelay(true);
            connection = Optional.of(opened);
        }
        Socket socket = connection.get();
        try {
            socket.getOutputStream().write(request);
            if (last) {
                socket.shutdownOutput();
            }
            Answer answer = read(new BufferedInputStream(socket.getInputStream()));
            if (last || answer.closes()) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            throw e instanceof EOFException ? e : new EOFException(String.valueOf(e.getMessage()));
        }
    }

    private static Answer read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        boolean endless = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            closes |= lower.startsWith("connection:") && lower.contains("close");
            endless |= lower.startsWith("content-type:") && lower.contains("text/event-stream");
        }
        if (endless) {
            return new Answer(status, "", true);
        }
        String body = chunked ? chunks(in) : bytes(in, length);
        return new Answer(status, body, closes);
    }

    private static String chunks(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.append(bytes(in, size));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private static String bytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ended early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("no answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** An answer, of a stream its head alone; {@code closes}: the connection ends with it. */
    record Answer(int status, String body, boolean closes) {}
}
