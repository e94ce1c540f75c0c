package dev.partyline.api.stream;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the feed with one thread and one consumer, whatever the number of streams: only the partitions that have streams,
 * and of their rows it reads only the keys, but for users who have some.
 */
final class FeedHub implements FeedStreams {
    private static final Logger LOG = LoggerFactory.getLogger(FeedHub.class);
    private static final long IDLE_MILLIS = 50;
    private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_AGAIN_MILLIS = 5;

    private final HubParts parts;
    private final StreamSettings settings;
    private final Clock clock;
    private final Tails tails;
    private final Thread thread = new Thread(this::run, "feed-hub");
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final AtomicInteger streams = new AtomicInteger();
    private volatile boolean stopping;
    private long heartbeatAt = System.nanoTime();

    FeedHub(HubParts parts, StreamSettings settings, Clock clock) {
        this.parts = parts;
        this.settings = settings;
        this.clock = clock;
        this.tails = new Tails(parts.consumer(), parts.decode(), settings, this::create);
        thread.start();
    }

    @Override
    public CompletableFuture<FeedStream> open(StreamUser user, Optional<ResumePoint> resume) {
        TopicPartition partition = parts.topic().of(user.key());
        Opening opening = new Opening(user, partition, resume, new CompletableFuture<>());
        Optional<Refusal> refusal =
                resume.flatMap(point -> ResumeRules.refusal(point, owner(user), partition.partition(), clock.millis()));
        if (stopping) {
            opening.refuse(Refusal.UNAVAILABLE);
        } else if (refusal.isPresent()) {
            opening.refuse(refusal.get());
        } else {
            commands.add(() -> begin(opening));
        }
        return opening.answer();
    }

    @Override
    public ResumePoint after(PageRead page, Optional<ResumePoint> before) {
        Withholding withheld = Withholding.of(page.lines());
        ResumePoint point =
                new ResumePoint(owner(page.user()), page.partition(), page.position(), clock.millis(), withheld);
        return before.map(point::and).orElse(point);
    }

    /** Ends all streams with the reason {@code shutdown}; returns when their clients have it, or soon after. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.join();
        long deadline = System.nanoTime() + STOP_NANOS;
        while (streams.get() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private void run() {
        try {
            while (!stopping) {
                follow();
            }
        } finally { // whatever has happened: no client may wait for a thread that is gone
            stopping = true;
            tails.closeAll("shutdown");
            commands.forEach(Runnable::run);
            parts.consumer().close();
        }
    }

    private void follow() {
        try {
            runCommands();
            if (!tails.isEmpty()) {
                tails.read();
            }
            heartbeat();
        } catch (RuntimeException e) {
            LOG.warn("the feed cannot be followed; streams end and may come back", e);
            tails.closeAll("unavailable");
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void runCommands() throws InterruptedException {
        Runnable command = tails.isEmpty() ? commands.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS) : commands.poll();
        while (command != null) {
            command.run();
            command = commands.poll();
        }
    }

    private void heartbeat() {
        if (System.nanoTime() - heartbeatAt >= settings.heartbeat().toNanos()) {
            heartbeatAt = System.nanoTime();
            tails.heartbeat();
        }
    }

    private void begin(Opening opening) {
        try {
            if (stopping) {
                throw new StreamRefusedException(Refusal.UNAVAILABLE);
            }
            if (streams.get() >= settings.most()) {
                throw new StreamRefusedException(Refusal.TOO_MANY);
            }
            Joining joining = tails.begin(opening);
            streams.incrementAndGet();
            opening.answer().exceptionally(failure -> {
                streams.decrementAndGet();
                return null;
            });
            prepare(joining);
        } catch (StreamRefusedException e) {
            opening.refuse(e.refusal());
        } catch (KafkaException e) {
            LOG.warn("a stream cannot be opened", e);
            opening.refuse(Refusal.UNAVAILABLE);
        }
    }

    private void prepare(Joining joining) {
        Opening opening = joining.opening();
        parts.preparations()
                .begin(opening, tails.position(opening), tails.recent(opening))
                .whenComplete((found, failure) -> commands.add(() -> {
                    if (failure == null) {
                        joining.prepared(found);
                    } else {
                        tails.giveUp(joining);
                        opening.answer().completeExceptionally(Preparations.cause(failure));
                    }
                }));
    }

    private FeedStream create(Opening opening, UserLines lines) {
        EventText text =
                new EventText(owner(opening.user()), opening.partition().partition(), clock);
        FeedStream stream = new FeedStream(lines, text, settings.queueBytes(), new Calls(parts.writers()));
        stream.onClose(() -> {
            streams.decrementAndGet();
            commands.add(() -> tails.remove(opening, stream));
        });
        return stream;
    }

    private FeedOwner owner(StreamUser user) {
        return FeedOwner.of(user, parts.topic().id());
    }
}
