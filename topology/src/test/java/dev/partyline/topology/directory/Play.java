package dev.partyline.topology.directory;

import dev.partyline.schema.Encounter;
import dev.partyline.schema.EncounterKind;
import dev.partyline.schema.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes sent one after the other to the rules alone, and the directory that they make. */
final class Play {
    private final List<List<Announcement>> told = new ArrayList<>();
    private Image image = Image.empty(Changes.WS);
    private long appendedAt = 1_000;
    private int sent;

    /** Sends changes of the trusted upstream that must all be accepted. */
    Play given(Object... payloads) {
        for (Object payload : payloads) {
            Verdict verdict = send(payload);
            if (!(verdict instanceof Verdict.Accepted)) {
                throw new AssertionError(payload + " was to be accepted, but: " + verdict);
            }
        }
        return this;
    }

    Verdict send(Object payload) {
        return send(null, null, payload);
    }

    Verdict sendAs(String actorId, Object payload) {
        return send(actorId, null, payload);
    }

    Verdict sendDated(long occurredAt, Object payload) {
        return send(null, occurredAt, payload);
    }

    Verdict send(@Nullable String actorId, @Nullable Long occurredAt, Object payload) {
        appendedAt += 1_000;
        Request request = new Request(Changes.change("c" + ++sent, actorId, occurredAt, payload), image, appendedAt);
        Verdict verdict = DirectoryRules.decide(request);
        if (verdict instanceof Verdict.Accepted accepted) {
            DirectoryDelta delta = DirectoryRules.apply(image, accepted);
            announced(AnnouncementRules.ofChange(delta), delta);
        }
        return verdict;
    }

    /** A number tells of something; what comes of it counts as told, too. */
    Play met(EncounterKind kind, String number, String id) {
        Encounter encounter = new Encounter(Changes.WS, number, kind, id, 0L);
        DirectoryDelta delta = DirectoryDelta.ofEncounter(image);
        EncounterRules.effects(encounter, image).forEach(delta::put);
        announced(
                kind == EncounterKind.RETURNED
                        ? AnnouncementRules.ofReturn(delta, image.head().version())
                        : AnnouncementRules.ofEncounter(delta),
                delta);
        return this;
    }

    /** What is told in slices is told here at once, after the rest. */
    private void announced(Announcements announcements, DirectoryDelta delta) {
        List<Announcement> all = new ArrayList<>(announcements.now());
        announcements
                .later()
                .forEach(number -> all.add(new Announcement.OfNumber(AccessRules.numberAccess(delta, number))));
        told.add(all);
        image = image.with(delta);
    }

    Play appendAt(long next) {
        appendedAt = next - 1_000;
        return this;
    }

    Image image() {
        return image;
    }

    DirectoryLine line(String number, String userId) {
        return image.numberOrUnused(number).line(userId);
    }

    /** What the last accepted change was told as. */
    List<Announcement> lastTold() {
        return told.get(told.size() - 1);
    }

    List<List<Announcement>> allTold() {
        return List.copyOf(told);
    }

    /** The verdict in one word: ACCEPTED, UNCHANGED, or the reason of the rejection. */
    static String word(Verdict verdict) {
        if (verdict instanceof Verdict.Rejected rejected) {
            RejectionReason reason = rejected.reason();
            return reason.name();
        }
        if (verdict instanceof Verdict.Accepted) {
            return "ACCEPTED";
        }
        return verdict.equals(new Verdict.Unchanged()) ? "UNCHANGED" : "no verdict: " + verdict;
    }
}
