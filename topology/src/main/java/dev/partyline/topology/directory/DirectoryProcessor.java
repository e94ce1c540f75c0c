package dev.partyline.topology.directory;

import dev.partyline.schema.DirectoryChange;
import dev.partyline.topology.state.Decided;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Decides each change in log order, stores what it does, and tells of it. Takes changes of well-formed ids under their
 * workspaceId, each record's timestamp being the broker's append time; what it forwards bears the same timestamp.
 */
@SuppressWarnings("NullAway.Init") // Streams calls init before anything else
final class DirectoryProcessor implements Processor<String, DirectoryChange, Object, Object> {
    private static final Duration CLEANING_INTERVAL = Duration.ofMinutes(1);
    private static final int CLEANED_AT_ONCE = 1_000;

    private DirectoryStore directory;
    private DecidedStore decisions;
    private DirectoryOutput output;

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        directory = new DirectoryStore(context.getStateStore(DirectoryTopology.DIRECTORY_STORE));
        decisions = new DecidedStore(context.getStateStore(DirectoryTopology.DECIDED_STORE));
        output = new DirectoryOutput(context);
        context.schedule(
                CLEANING_INTERVAL,
                PunctuationType.WALL_CLOCK_TIME,
                now -> decisions.clean(CLEANED_AT_ONCE, context.currentStreamTimeMs()));
    }

    @Override
    public void process(Record<String, DirectoryChange> record) {
        DirectoryChange change = record.value();
        Decided decided = decisions
                .remembered(change.getWorkspaceId(), change.getChangeId(), record.timestamp())
                .orElseGet(
                        () -> decide(new Request(change, directory.of(change.getWorkspaceId()), record.timestamp())));
        output.tell(DecisionRules.decision(decided), record.timestamp());
    }

    private Decided decide(Request request) {
        Verdict verdict = DirectoryRules.decide(request);
        List<Announcement> announcements =
                verdict instanceof Verdict.Accepted accepted ? carryOut(accepted, request.view()) : List.of();
        announcements.forEach(announcement -> output.tell(announcement, request));
        Decided decided = DecisionRules.decided(
                request, verdict, request.view().head().version(), AnnouncementRules.numbersIn(announcements));
        decisions.put(decided);
        return decided;
    }

    private List<Announcement> carryOut(Verdict.Accepted accepted, DirectoryView before) {
        DirectoryDelta delta = DirectoryRules.apply(before, accepted);
        // Told before stored: the view shows the store, and what to tell is the difference to what it shows.
        List<Announcement> announcements = AnnouncementRules.of(delta);
        directory.put(delta);
        return announcements;
    }
}
