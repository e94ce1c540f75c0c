package dev.partyline.api.http;

import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses bodies that are too long: at once when their length is stated, else as soon as they exceed it. Refuses those
 * that do not say what they are: JAX-RS would guess, and a browser may send such from any page without asking first.
 */
final class BodyFilter implements ContainerRequestFilter {
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
        request.setEntityStream(new Limited(request.getEntityStream()));
    }

    private ProblemException tooLong() {
        return new ProblemException(
                Problem.of(413, "the body may have " + limit + " bytes at most: send several requests"));
    }

    /** Counts what is read; what a sender compressed counts as long as it is in full. */
    private final class Limited extends FilterInputStream {
        private long count;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count(skipped);
            return skipped;
        }

        private void count(long more) {
            count += more;
            if (count > limit) {
                throw tooLong();
            }
        }
    }
}
