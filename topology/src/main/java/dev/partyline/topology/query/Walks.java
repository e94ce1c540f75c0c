package dev.partyline.topology.query;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The walks under way.
 *
 * @param numbers of numbers whose access changed
 * @param contacts of contacts whose owner changed
 * @param missing addresses of instances that did not answer: their walks are not among these
 */
public record Walks(List<OfNumber> numbers, List<OfContact> contacts, List<String> missing) {
    public Walks {
        numbers = List.copyOf(numbers);
        contacts = List.copyOf(contacts);
        missing = List.copyOf(missing);
    }

    /** No walks, because an instance did not answer. */
    static Walks missing(String address) {
        return new Walks(List.of(), List.of(), List.of(address));
    }

    /** These and those. */
    Walks and(Walks others) {
        return new Walks(
                joined(numbers, others.numbers), joined(contacts, others.contacts), joined(missing, others.missing));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /**
     * A number's records following its access.
     *
     * @param changeId the change behind its target; null: not said
     * @param visited records visited since it began, wrap-arounds included
     * @param total records on the number now, erased ones included
     * @param lines whose rows wait for it
     */
    public record OfNumber(
            String workspaceId,
            String number,
            @Nullable String changeId,
            long visited,
            long total,
            List<OfLine> lines) {
        public OfNumber {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line that waits, with what its row in the feed says.
     *
     * @param state SYNCING or REVOKING
     */
    public record OfLine(String userId, String state, long done, long total) {}

    /**
     * A contact's records on a number following its owner.
     *
     * @param changeId the change behind it; null: not said
     * @param visited records visited since it began, wrap-arounds included
     */
    public record OfContact(
            String workspaceId,
            String number,
            String contactId,
            @Nullable String changeId,
            long visited) {}
}
