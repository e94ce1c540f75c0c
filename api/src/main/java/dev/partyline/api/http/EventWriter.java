package dev.partyline.api.http;

import dev.partyline.api.stream.FeedStream;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a stream to its client whenever both have something for each other; waits with no thread. */
final class EventWriter implements WriteListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);

    private final FeedStream stream;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private boolean unflushed = true;
    private boolean done;

    private EventWriter(FeedStream stream, AsyncContext context, ServletOutputStream out) {
        this.stream = stream;
        this.context = context;
        this.out = out;
    }

    /** Begins to write; returns at once. */
    static void write(FeedStream stream, AsyncContext context) {
        try {
            HttpServletResponse response = (HttpServletResponse) context.getResponse();
            response.setContentType(MediaType.SERVER_SENT_EVENTS);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no"); // Proxies that buffer would hold events back.
            EventWriter writer = new EventWriter(stream, context, response.getOutputStream());
            context.addListener(writer);
            writer.out.setWriteListener(writer);
            stream.onReady(writer::onWritePossible);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a client went before its stream began", e);
            stream.close();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        try {
            while (!done && out.isReady() && step()) {
                LOG.trace("wrote");
            }
        } catch (IOException | IllegalStateException e) {
            onError(e);
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        LOG.debug("a stream's client has gone", failure);
        finish();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        stream.close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        finish();
    }

    @Override
    public void onError(AsyncEvent event) {
        finish();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    /** Writes something; false: there is nothing to write at the moment. */
    private boolean step() throws IOException {
        String next = stream.next();
        if (next != null) {
            out.write(next.getBytes(StandardCharsets.UTF_8));
            unflushed = true;
            return true;
        }
        if (unflushed) {
            out.flush();
            unflushed = false;
            return true;
        }
        if (stream.isOver()) {
            finish();
        }
        return false;
    }

    private synchronized void finish() {
        if (!done) {
            done = true;
            stream.close();
            context.complete();
        }
    }
}
