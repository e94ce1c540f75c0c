package dev.partyline.api.http;

import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Caller;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.stream.FeedStreams;
import dev.partyline.api.stream.ResumePoint;
import dev.partyline.api.stream.StreamRefusedException;
import dev.partyline.api.stream.StreamUser;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user may see, as it changes. */
@Path("/v1/workspaces/{ws}/users/{user}/feed/stream")
@Produces(MediaType.SERVER_SENT_EVENTS)
public final class FeedStreamResource {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final FeedStreams streams;
    private final Parameters parameters;

    FeedStreamResource(FeedStreams streams, Parameters parameters) {
        this.streams = streams;
        this.parameters = parameters;
    }

    /**
     * Server-Sent Events from {@code resume} on, or from the {@code Last-Event-ID} of a client that comes back, which wins;
     * without either from now on. Jersey's own way would take a thread and a buffer without bound for each, so that the
     * response is written by {@link EventWriter}, and {@code answer} is used for refusals alone.
     */
    @GET
    @Allowed({Scope.INBOX, Scope.OPS})
    public void stream(
            @PathParam("ws") String ws,
            @PathParam("user") String user,
            @QueryParam("resume") @Nullable String resume,
            @HeaderParam(LAST_EVENT_ID) @Nullable String lastEventId,
            @Context SecurityContext security,
            @Suspended AsyncResponse answer,
            @Context HttpServletRequest request) {
        StreamUser reader = new StreamUser(parameters.workspace(ws), parameters.user(user));
        Optional<ResumePoint> from = lastEventId == null || lastEventId.isEmpty()
                ? parameters.resume("resume", resume)
                : parameters.resume(LAST_EVENT_ID, lastEventId);
        AsyncContext context = request.getAsyncContext();
        context.setTimeout(0);
        Instant until = Caller.of(security).expiresAt();
        streams.open(reader, from).whenCompleteAsync((stream, failure) -> {
            if (stream == null) {
                answer.resume(answer(failure));
            } else {
                EventWriter.write(stream.until(until), context);
            }
        });
    }

    private static Throwable answer(Throwable failure) {
        return failure instanceof StreamRefusedException refused ? StreamProblems.of(refused.refusal()) : failure;
    }
}
