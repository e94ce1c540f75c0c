package dev.partyline.topology.query.check;

import dev.partyline.schema.Reason;

/**
 * The rule that decided a check. What each says is in {@code docs/checks.md}, which a test holds against this list.
 */
public enum CheckRule {
    /** VIEW_RECORDS: assigned to the number now (DESIGN 4). */
    ASSIGNED(true),
    /** VIEW_RECORDS, PLACE_CALL, SEND_TEXT, VIEW_RECORD: not assigned to the number now (VXT-6, VXT-15). */
    NOT_ASSIGNED(false),
    /** PLACE_CALL: assigned, with the permission to call (CH-4). */
    CALLING(true),
    /** PLACE_CALL: not assigned, or without calling, but with caller ID access (VXT-2, VXT-14). */
    CALLER_ID(true),
    /** PLACE_CALL: assigned, but without the permission to call (CH-3). */
    NO_CALLING(false),
    /** SEND_TEXT: assigned, with the permission to text (TEA-3). */
    TEXTING(true),
    /** SEND_TEXT: assigned, but without the permission to text (CH-3). */
    NO_TEXTING(false),
    /** RECEIVE_CALL: {@code ringing} is ASSIGNED_FIRST and the user is assigned (GHL-1). */
    ASSIGNED_FIRST(true),
    /** RECEIVE_CALL: {@code ringing} is ASSIGNED_FIRST and others are assigned, who ring alone (GHL-6). */
    OTHERS_ASSIGNED(false),
    /** RECEIVE_CALL: in the number's routing, which decides who rings (GHL-7, VXT-14). */
    ROUTED(true),
    /** RECEIVE_CALL: not in the number's routing, which decides who rings (AL-6). */
    NOT_ROUTED(false),
    /** ASSIGN: an active OWNER or ADMIN (TEA-1). */
    ADMIN_ASSIGNS(true),
    /** ASSIGN: an active member, where {@code assigners} is MEMBERS (DESIGN 4). */
    MEMBER_ASSIGNS(true),
    /** ASSIGN: no OWNER or ADMIN, and {@code assigners} is not MEMBERS (TEA-2). */
    NOT_AN_ASSIGNER(false),
    /** Any: inactive or removed members see nothing and do nothing (DESIGN 3). */
    INACTIVE(false),
    /**
     * Any: no such member, where {@code directory} is MANAGED; ASSIGN: in OPEN, too (DESIGN 4). VIEW_RECORD: the number has
     * not learnt yet whether the user is active (DESIGN 7).
     */
    UNKNOWN_MEMBER(false),
    /** VIEW_RECORD: the record is shared, and the user is assigned (DESIGN 3). */
    ASSIGNEE(true),
    /** VIEW_RECORD: the user is a handler of the record (DESIGN 3). */
    PARTICIPANT(true),
    /** VIEW_RECORD: a voicemail in the user's own inbox (DESIGN 3, VXT-8). */
    INBOX(true),
    /** VIEW_RECORD: the user owns the record's contact (DESIGN 3, GHL-8). */
    CONTACT_OWNER(true),
    /** VIEW_RECORD: assigned, but the message's sender was not when it was sent (DESIGN 3). */
    V2(false),
    /** VIEW_RECORD: assigned, but handlers of the call were not when it began (VXT-10, VXT-11). */
    V4(false),
    /** VIEW_RECORD: assigned, but the voicemail lies in another user's inbox (VXT-8). */
    V5(false),
    /** VIEW_RECORD: assigned later than the record began, and {@code history} is FROM_ASSIGNMENT (DESIGN 4). */
    BEFORE_ASSIGNMENT(false),
    /** VIEW_RECORD: the record was erased; nobody sees it again (DESIGN 6). */
    ERASED(false),
    /** VIEW_RECORD: the number has no such record, or has it no more (DESIGN 4, {@code retentionDays}). */
    NO_SUCH_RECORD(false);

    private final boolean allows;

    CheckRule(boolean allows) {
        this.allows = allows;
    }

    /** Whether what this rule decides is allowed. */
    public boolean allows() {
        return allows;
    }

    static CheckRule of(Reason reason) {
        return valueOf(reason.name());
    }
}
