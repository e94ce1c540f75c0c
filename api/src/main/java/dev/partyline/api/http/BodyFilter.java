package dev.partyline.api.http;

import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses bodies that are too long: at once when their length is stated, else as soon as they exceed it. Refuses those
 * that do not say what they are: JAX-RS would guess, and a browser may send such from any page without asking first.
 *
 * <p>Whoever is refused before their body was read is told that the connection ends with the answer: the server closes it then,
 * and who is not told sends the next request over it, and gets nothing.
 */
final class BodyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String BODY = BodyFilter.class.getName();
    private static final int REFUSED = 400;

    private final int limit;

    BodyFilter(int limit) {
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.hasEntity() && request.getMediaType() == null) {
            throw new NotSupportedException();
        }
        if (request.getLength() > limit) {
            throw tooLong();
        }
        Limited body = new Limited(request.getEntityStream());
        request.setProperty(BODY, body);
        request.setEntityStream(body);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= REFUSED && hasBody(request) && !isRead(request)) {
            response.getHeaders().putSingle("Connection", "close");
        }
    }

    /** As the headers say: to look at the body itself could be to wait for it. */
    private static boolean hasBody(ContainerRequestContext request) {
        return request.getLength() > 0 || request.getHeaders().containsKey("Transfer-Encoding");
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getProperty(BODY) instanceof Limited body && body.isRead(request.getLength());
    }

    private ProblemException tooLong() {
        return new ProblemException(
                Problem.of(413, "the body may have " + limit + " bytes at most: send several requests"));
    }

    /** Counts what is read; what a sender compressed counts as long as it is in full. */
    private final class Limited extends FilterInputStream {
        private long count;
        private boolean ended;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? one : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count(skipped);
            return skipped;
        }

        /** Whether all of it was read; {@code length}: bytes that it was said to have, or -1. */
        boolean isRead(int length) {
            return ended || length >= 0 && count >= length;
        }

        /** {@code more}: bytes; negative: there are no more. */
        private void count(long more) {
            ended |= more < 0;
            count += Math.max(0, more);
            if (count > limit) {
                throw tooLong();
            }
        }
    }
}
