package dev.partyline.topology.query.check;

/** What a user may be asked about (DESIGN 4). */
public enum Action {
    /** See the number's shared records: assigned now. */
    VIEW_RECORDS,
    /** Call out from the number: assigned with calling, or caller ID access. */
    PLACE_CALL,
    /** Text from the number: assigned with texting. */
    SEND_TEXT,
    /** Be rung by calls to the number: policy {@code ringing}. */
    RECEIVE_CALL,
    /** Change assignments: policy {@code assigners}. About the workspace, whichever number is named. */
    ASSIGN,
    /** See one record (DESIGN 3). */
    VIEW_RECORD;

    /** Whether the question is about a number. */
    public boolean needsNumber() {
        return this != ASSIGN && this != VIEW_RECORD;
    }
}
