package dev.partyline.topology.visibility;

/**
 * How far a contact's records on a number have followed its owner. What was last told to an owner stands with each record,
 * so this is a cursor alone. Immutable.
 *
 * @param cursor the next position to visit
 * @param until where the walk is over once it has wrapped round; {@link Segments#START}: at the very end, without wrapping
 * @param wrapped whether it has passed the end since the owner last changed
 * @param visited records visited since the walk began
 * @param origin the change behind it
 */
record ContactWalk(String cursor, String until, boolean wrapped, long visited, Origin origin) {
    static ContactWalk begin(Origin origin) {
        return new ContactWalk(Segments.START, Segments.START, false, 0, origin);
    }

    /** The same walk, the owner having changed once more: it goes on from where it is and wraps round to there. */
    ContactWalk again(Origin newOrigin) {
        return new ContactWalk(cursor, cursor, false, visited, newOrigin);
    }

    /** Where its present leg ends; {@link Segments#START}: at the very end. */
    String end() {
        return wrapped ? until : Segments.START;
    }

    /** Past {@code records} more, of which the last was at {@code position}. */
    ContactWalk past(String position, long records) {
        return new ContactWalk(position + '\0', until, wrapped, visited + records, origin);
    }

    /** Whether nothing is left to do when the present leg is done. */
    boolean onLastLeg() {
        return wrapped || until.equals(Segments.START);
    }

    /** Its first leg is done, {@code records} more having been visited. */
    ContactWalk wrapped(long records) {
        return new ContactWalk(Segments.START, until, true, visited + records, origin);
    }
}
