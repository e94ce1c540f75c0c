package dev.partyline.topology.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The walks under way.
 *
 * @param numbers of numbers whose access changed
 * @param contacts of contacts whose owner changed
 */
public record Walks(List<OfNumber> numbers, List<OfContact> contacts) {
    public Walks {
        numbers = List.copyOf(numbers);
        contacts = List.copyOf(contacts);
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
