package dev.partyline.topology.visibility;

import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import java.util.List;
import java.util.Map;

/**
 * Who sees one record: the engine's own rules (DESIGN 3), for readers who ask about a record instead of following feeds.
 * It says what is so under the access given; feeds follow an access that changed within the walk's time.
 */
public final class Sight {
    private final boolean shared;
    private final Map<String, Reasons> visible;

    private Sight(TelephonyRecord record, Access access, ContactOwner owner) {
        this.shared = VisibilityRules.shared(record, access);
        this.visible = VisibilityRules.visible(record, access, owner);
    }

    /**
     * Who sees {@code record}.
     *
     * @param access of the record's number
     * @param owner of the record's contact; {@link ContactOwner#NOBODY} where it has none
     */
    public static Sight of(TelephonyRecord record, NumberAccess access, ContactOwner owner) {
        return new Sight(record, Access.of(0, access), owner);
    }

    /** Whether the number's assignees may see it (V1 to V5). */
    public boolean shared() {
        return shared;
    }

    /** Why the user sees it, all reasons; empty: they do not. */
    public List<Reason> reasons(String userId) {
        Reasons reasons = visible.get(userId);
        return reasons == null ? List.of() : reasons.list();
    }
}
