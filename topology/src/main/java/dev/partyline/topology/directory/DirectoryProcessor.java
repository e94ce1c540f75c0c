package dev.partyline.topology.directory;

import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.Encounter;
import dev.partyline.schema.EncounterKind;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.state.Decided;
import dev.partyline.topology.store.HeapBudget;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Slices;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Decides each change in log order, takes in what numbers have met, stores what comes of it, and tells of it. Takes changes
 * of well-formed ids under their workspaceId, each record's timestamp being the broker's append time; what it forwards
 * bears the timestamp of what is behind it.
 */
@SuppressWarnings("NullAway.Init") // Streams calls init before anything else
final class DirectoryProcessor implements Processor<String, SpecificRecord, Object, Object> {
    private static final Duration CLEANING_INTERVAL = Duration.ofMinutes(1);
    private static final int CLEANED_AT_ONCE = 1_000;
    private static final Duration TELLING_INTERVAL = Duration.ofMillis(10);
    private static final int TOLD_AT_ONCE = 64;

    private final EngineCounters counters;
    private final String movedChanges;
    private final HeapBudget heap;

    private ProcessorContext<Object, Object> context;
    private DirectoryStores stores;
    private DirectoryOutput output;
    private Slices telling;
    /** Of changes alone: encounters bear the time of another instance's clock. */
    private long newestAppend;

    /**
     * @param movedChanges name of that topic
     * @param heap what may be held of the stores, decoded
     */
    DirectoryProcessor(EngineCounters counters, String movedChanges, HeapBudget heap) {
        this.counters = counters;
        this.movedChanges = movedChanges;
        this.heap = heap;
    }

    @Override
    public void init(ProcessorContext<Object, Object> begun) {
        context = begun;
        stores = DirectoryStores.in(context, heap);
        output = new DirectoryOutput(context);
        counters.untold(stores.untold().size());
        context.schedule(CLEANING_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> clean());
        telling = new Slices(context, TELLING_INTERVAL, now -> tellNext());
        telling.wanted(!stores.untold().isEmpty());
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        int untold = stores.untold().size();
        if (message.value() instanceof DirectoryChange change) {
            counters.change();
            take(change, message.timestamp());
        } else if (message.value() instanceof Encounter encounter) {
            take(encounter, message.timestamp());
        } else {
            throw new IllegalStateException("neither a change nor an encounter: " + message.key());
        }
        counters.untold(stores.untold().size() - untold);
        telling.wanted(!stores.untold().isEmpty());
    }

    @Override
    public void close() {
        counters.untold(-stores.untold().size());
        stores.close();
    }

    private void take(DirectoryChange change, long appendedAt) {
        newestAppend = Math.max(newestAppend, appendedAt);
        DirectoryView directory = stores.directory().of(change.getWorkspaceId());
        Decided decided = stores.decided()
                .remembered(change.getWorkspaceId(), change.getChangeId(), appendedAt)
                .orElseGet(() -> decide(new Request(change, directory, appendedAt)));
        output.tell(DecisionRules.decision(decided), appendedAt);
    }

    private Decided decide(Request request) {
        List<String> about = DecisionRules.about(request);
        Verdict verdict = DirectoryRules.decide(request);
        Announcements announcements = Announcements.NONE;
        if (verdict instanceof Verdict.Accepted accepted) {
            DirectoryDelta delta = DirectoryRules.apply(request.view(), accepted);
            announcements = carryOut(delta, AnnouncementRules.ofChange(delta), Origin.of(request));
        }
        Decided decided =
                DecisionRules.decided(request, verdict, request.view().head().version(), announcements);
        Decided whole = Decided.newBuilder(placed(decided)).setUsers(about).build();
        stores.decided().put(whole);
        return whole;
    }

    /** With where its change stood: when that is committed, so is the decision. */
    private Decided placed(Decided decided) {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        return Decided.newBuilder(decided)
                .setMoved(place.topic().equals(movedChanges))
                .setOffset(place.offset())
                .build();
    }

    private void take(Encounter encounter, long at) {
        if (encounter.getKind() == EncounterKind.RETURNED) {
            String userKey = Keys.ofUser(encounter.getWorkspaceId(), encounter.getId());
            stores.returning()
                    .answered(userKey, encounter.getNumber(), encounter.getVersion())
                    .ifPresent(back -> {
                        DirectoryDelta delta = met(encounter);
                        carryOut(delta, AnnouncementRules.ofReturn(delta, back.version()), back.origin());
                    });
        } else {
            DirectoryDelta delta = met(encounter);
            carryOut(delta, AnnouncementRules.ofEncounter(delta), Origin.ofEncounter(at));
        }
    }

    private DirectoryDelta met(Encounter encounter) {
        DirectoryView directory = stores.directory().of(encounter.getWorkspaceId());
        DirectoryDelta delta = DirectoryDelta.ofEncounter(directory);
        EncounterRules.effects(encounter, directory).forEach(delta::put);
        return delta;
    }

    /** Told before stored: the delta shows the store, and what to tell is the difference to what it shows. */
    private Announcements carryOut(DirectoryDelta delta, Announcements announcements, Origin origin) {
        announcements.now().forEach(announcement -> output.tell(announcement, origin));
        stores.put(delta, announcements, origin);
        return announcements;
    }

    private void tellNext() {
        for (UntoldStore.Untold untold : stores.untold().next(TOLD_AT_ONCE)) {
            DirectoryView directory = stores.directory().of(untold.workspaceId());
            output.tell(
                    new Announcement.OfNumber(AccessRules.numberAccess(directory, untold.number())), untold.origin());
            stores.untold().remove(untold.workspaceId(), untold.number());
            counters.untold(-1);
        }
        telling.wanted(!stores.untold().isEmpty());
    }

    private void clean() {
        stores.decided().clean(CLEANED_AT_ONCE, newestAppend);
    }
}
