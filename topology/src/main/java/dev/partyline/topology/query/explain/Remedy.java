package dev.partyline.topology.query.explain;

import java.util.List;

/**
 * One way in which the user would come to see the record.
 *
 * @param change the change that it takes, by its type; several, in order, joined by " + "
 * @param words the same for people, with the values that matter
 * @param needs who may ask for it, in words
 * @param members the first who may, by userId; there may be more
 */
public record Remedy(String change, String words, String needs, List<String> members) {
    /** Most members that a remedy names. */
    public static final int NAMED = 10;

    public Remedy {
        members = List.copyOf(members);
    }
}
