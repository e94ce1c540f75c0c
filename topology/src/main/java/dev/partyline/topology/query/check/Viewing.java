package dev.partyline.topology.query.check;

import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.visibility.ContactOwner;
import dev.partyline.topology.visibility.Sight;
import java.util.List;

/**
 * A user before a record, and all that says whether they see it.
 *
 * @param standing the user in the workspace
 * @param access of the record's number
 * @param owner of the record's contact
 */
public record Viewing(Standing standing, TelephonyRecord record, NumberAccess access, ContactOwner owner) {
    public String userId() {
        return standing.userId();
    }

    /** The user on the record's number. */
    public Line line() {
        return Line.of(access, userId());
    }

    /** Whether the number's assignees may see the record. */
    public boolean shared() {
        return sight().shared();
    }

    /**
     * Why the user sees the record, by the engine's rules; empty: they do not. Whom the directory holds inactive sees
     * nothing, even while the number has not been told yet.
     */
    public List<Reason> reasons() {
        return standing.active() ? sight().reasons(userId()) : List.of();
    }

    /** Why the user would see the record if they were known to the number, and active. */
    public List<Reason> reasonsIfActive() {
        return SupposeRules.active(this).reasons();
    }

    Viewing with(Standing newStanding) {
        return new Viewing(newStanding, record, access, owner);
    }

    Viewing with(NumberAccess newAccess) {
        return new Viewing(standing, record, newAccess, owner);
    }

    Viewing with(TelephonyRecord newRecord) {
        return new Viewing(standing, newRecord, access, owner);
    }

    Viewing with(ContactOwner newOwner) {
        return new Viewing(standing, record, access, newOwner);
    }

    private Sight sight() {
        return Sight.of(record, access, owner);
    }
}
