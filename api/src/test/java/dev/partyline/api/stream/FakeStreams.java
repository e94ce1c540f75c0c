package dev.partyline.api.stream;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import org.apache.kafka.common.Uuid;

/** Opens what a test says, and remembers what it was asked. */
public final class FakeStreams implements FeedStreams {
    /** The resume point of every page. */
    public static final ResumePoint RESUME =
            new ResumePoint(new FeedOwner(1, 2), 3, 17, 1_700_000_000_000L, Withholding.NONE);

    public final List<String> resumes = new ArrayList<>();
    public final List<Optional<ResumePoint>> opened = new ArrayList<>();
    private volatile Optional<Refusal> refusal = Optional.empty();
    private final ExecutorService executor = ForkJoinPool.commonPool();

    /** From now on streams are refused for this reason. */
    public void refuse(Refusal reason) {
        refusal = Optional.of(reason);
    }

    /** Opens a stream that is told how far it has come, and that the instance ends it. */
    @Override
    public synchronized CompletableFuture<FeedStream> open(StreamUser user, Optional<ResumePoint> resume) {
        opened.add(resume);
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(new StreamRefusedException(refusal.get()));
        }
        EventText text = new EventText(FeedOwner.of(user, new Uuid(1, 2)), 0, Clock.systemUTC());
        UserLines lines = new UserLines(new FeedHead(true, List.of()));
        FeedStream stream = new FeedStream(lines, text, 1 << 20, new Calls(executor));
        StreamEvent.Place place = new StreamEvent.Place(5, Withholding.NONE);
        stream.begin(place, List.of(StreamEvent.heartbeat(place)));
        stream.close("shutdown");
        return CompletableFuture.completedFuture(stream);
    }

    @Override
    public synchronized ResumePoint after(PageRead page, Optional<ResumePoint> before) {
        resumes.add(page.user().key() + " from " + page.partition() + ", " + page.position() + ", past "
                + page.lines().size() + " lines, after " + before);
        return RESUME;
    }
}
