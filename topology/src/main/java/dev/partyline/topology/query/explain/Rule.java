package dev.partyline.topology.query.explain;

/** The rules that say whether a user sees a record, in the order in which an explanation names them (DESIGN 3). */
public enum Rule {
    /** Inbound messages are shared. */
    V1,
    /** Outbound messages are shared when the system sent them, or a sender assigned then. */
    V2,
    /** Missed inbound calls are shared. */
    V3,
    /** Other calls are shared when nobody took part, or those who did were assigned then. */
    V4,
    /** Voicemails are shared when they lie in the default inbox. */
    V5,
    /** The record is shared, and the user assigned. */
    ASSIGNEE,
    /** The user is a handler of it. */
    PARTICIPANT,
    /** It is a voicemail in the user's own inbox. */
    INBOX,
    /** The user owns its contact. */
    CONTACT_OWNER,
    /** The user is an active member: without it none of the others counts. */
    ACTIVE
}
