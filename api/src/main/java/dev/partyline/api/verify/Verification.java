package dev.partyline.api.verify;

import dev.partyline.api.terminal.ProgressBar;
import dev.partyline.api.terminal.Screen;
import dev.partyline.api.verify.CopiedFeeds.Copy;
import dev.partyline.api.verify.Digests.Served;
import dev.partyline.schemas.FeedDigest;
import dev.partyline.schemas.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares, for each user of a workspace, what the store serves with a copy of the topic, while both go on changing: both are
 * of all rows before the same offset.
 */
public final class Verification {
    /** A user whose feed changes all the time is asked after so often. */
    private static final int TRIES = 20;

    private final String workspaceId;
    private final FeedCopy copy;
    private final Digests served;

    public Verification(String workspaceId, FeedCopy copy, ServedDigests served) {
        this(workspaceId, copy, (Digests) served);
    }

    Verification(String workspaceId, FeedCopy copy, Digests served) {
        this.workspaceId = workspaceId;
        this.copy = copy;
        this.served = served;
    }

    /**
     * One user's feed, of which topic and store say different things.
     *
     * @param offset of all rows before it
     */
    public record Difference(String userId, long offset, FeedDigest topic, FeedDigest store) {
        @Override
        public String toString() {
            return userId + ": the topic has " + words(topic) + ", the store " + words(store) + ", before offset "
                    + offset;
        }

        private static String words(FeedDigest digest) {
            return digest.rows() + " rows (" + digest.hex() + ")";
        }
    }

    /**
     * What came of it.
     *
     * @param users how many were compared
     * @param unsettled those whose feeds changed faster than they could be compared
     */
    public record Result(int users, long rows, List<Difference> differences, List<String> unsettled) {}

    /** Reads the topic, then asks for each user. */
    public Result run(Screen screen) throws InterruptedException {
        ProgressBar reading = new ProgressBar(screen, "read", copy.size());
        copy.readToEnd(reading::at);
        reading.end();
        List<String> users = List.copyOf(copy.users());
        ProgressBar asking = new ProgressBar(screen, "compared", users.size());
        List<Difference> differences = new ArrayList<>();
        List<String> unsettled = new ArrayList<>();
        long rows = 0;
        for (int i = 0; i < users.size(); i++) {
            String userId = users.get(i).substring(Keys.ofUser(workspaceId, "").length());
            Optional<Difference> found = compare(users.get(i), userId);
            found.filter(each -> !each.topic().equals(each.store())).ifPresent(differences::add);
            if (found.isEmpty()) {
                unsettled.add(userId);
            }
            rows += copy.of(users.get(i)).digest().rows();
            asking.at(i + 1L);
        }
        asking.end();
        return new Result(users.size(), rows, differences, unsettled);
    }

    /** Both sides as of one offset; empty: the feed changed each time before the copy could be looked at. */
    private Optional<Difference> compare(String user, String userId) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Served store = served.of(workspaceId, userId);
            copy.readTo(store.partition(), store.offset());
            Copy topic = copy.of(user);
            if (topic.lastRow() < store.offset()) {
                return Optional.of(new Difference(userId, store.offset(), topic.digest(), store.digest()));
            }
        }
        return Optional.empty();
    }
}
