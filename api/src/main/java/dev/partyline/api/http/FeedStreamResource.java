package dev.partyline.api.http;

import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.stream.FeedStream;
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
            @Suspended AsyncResponse answer,
            @Context HttpServletRequest request) {
        StreamUser reader = new StreamUser(parameters.workspace(ws), parameters.user(user));
        Optional<ResumePoint> from = lastEventId == null || lastEventId.isEmpty()
                ? parameters.resume("resume", resume)
                : parameters.resume(LAST_EVENT_ID, lastEventId);
        AsyncContext context = request.getAsyncContext();
        context.setTimeout(0);
        streams.open(reader, from).whenCompleteAsync((stream, failure) -> begin(stream, failure, answer, context));
    }

    private static void begin(
            @Nullable FeedStream stream, @Nullable Throwable failure, AsyncResponse answer, AsyncContext context) {
        if (stream != null) {
            EventWriter.write(stream, context);
        } else if (failure instanceof StreamRefusedException refused) {
            answer.resume(StreamProblems.of(refused.refusal()));
        } else {
            answer.resume(failure);
        }
    }
}
