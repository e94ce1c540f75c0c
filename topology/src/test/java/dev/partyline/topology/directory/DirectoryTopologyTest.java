package dev.partyline.topology.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schemas.Partitions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the stage's output lies: with what it has to meet there. */
class DirectoryTopologyTest {
    private static final int PARTITIONS = 24;
    private static final NumberAccess ANY_ACCESS = AccessRules.numberAccess(Image.empty("acme"), "911");
    private static final FeedEntry ANY_ROW = AnnouncementRules.of(after()).stream()
            .filter(Announcement.OfUserRow.class::isInstance)
            .map(told -> ((Announcement.OfUserRow) told).row())
            .findFirst()
            .orElseThrow();

    @Test
    void aNumbersAccessLiesWhereTheNumbersRecordsLie() {
        IntStream.range(0, 200)
                .mapToObj(i -> "+1555000" + i)
                .forEach(number -> assertThat(
                                DirectoryTopology.byNumber().partitions("t", "acme|" + number, ANY_ACCESS, PARTITIONS))
                        .isEqualTo(Optional.of(Set.of(Partitions.ofKey(number, PARTITIONS)))));
    }

    @Test
    void aUsersRowLiesWhereTheUsersAccessLies() {
        IntStream.range(0, 200)
                .mapToObj(i -> "acme|u" + i)
                .forEach(user -> assertThat(DirectoryTopology.byUser()
                                .partitions(
                                        "t", (user + "|user").getBytes(StandardCharsets.UTF_8), ANY_ROW, PARTITIONS))
                        .isEqualTo(Optional.of(Set.of(Partitions.ofKey(user, PARTITIONS)))));
    }

    private static DirectoryDelta after() {
        DirectoryDelta delta = new DirectoryDelta(Image.empty("acme"));
        delta.put(new Effect.MemberPut("ann", MemberProfile.NEWCOMER, false));
        return delta;
    }
}
