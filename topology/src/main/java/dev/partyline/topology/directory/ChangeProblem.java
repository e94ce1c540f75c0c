package dev.partyline.topology.directory;

/**
 * What is wrong with a change.
 *
 * @param field the field at fault
 * @param form what it must be, in words
 */
public record ChangeProblem(String field, String form) {
    /** The same for people: {@code number: must be …}. */
    public String detail() {
        return field + ": must be " + form;
    }
}
