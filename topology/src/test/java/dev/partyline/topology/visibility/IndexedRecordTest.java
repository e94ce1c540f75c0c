package dev.partyline.topology.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Direction;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexedRecordTest {
    private static final IndexedRecord FIRST = record(1, "a");

    @Test
    void theHigherRevisionWins() {
        assertThat(record(2, "a").supersedes(FIRST)).isTrue();
        assertThat(FIRST.supersedes(record(2, "a"))).isFalse();
    }

    @Test
    void ofTwoContentsWithOneRevisionJustOneWinsWhicheverCameFirst() {
        IndexedRecord other = record(1, "b");

        assertThat(other.supersedes(FIRST)).isNotEqualTo(FIRST.supersedes(other));
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(record(1, "a").supersedes(FIRST)).isFalse();
    }

    @Test
    void erasureIsForGoodWhateverTheRevisions() {
        IndexedRecord erased = RecordCodec.arrived(Samples.erased("r", 100));

        assertThat(erased.supersedes(record(9, "a"))).isTrue();
        assertThat(record(9, "a").supersedes(erased)).isFalse();
        assertThat(erased.supersedes(erased)).isFalse();
    }

    @Test
    void ofAnErasedRecordOnlyItsIdentityIsKept() {
        TelephonyRecord careless = TelephonyRecord.newBuilder(Samples.erased("r", 100))
                .setPeer("+12125550199")
                .setContactId("c1")
                .build();

        assertThat(RecordCodec.arrived(careless).record()).isEqualTo(Samples.erased("r", 100));
    }

    @Test
    void theIndexGivesBackWhatItWasGiven() {
        Map<String, Reasons> personal = Map.of(
                "ann",
                Reasons.of(Reason.PARTICIPANT).and(Reasons.of(Reason.CONTACT_OWNER)),
                "b".repeat(128),
                Reasons.of(Reason.INBOX));
        for (IndexedRecord told : List.of(FIRST, FIRST.told(7, personal))) {
            IndexedRecord back = RecordCodec.decode(told.position(), RecordCodec.encode(told));

            assertThat(back.record()).isEqualTo(told.record());
            assertThat(back.sight()).isEqualTo(told.sight());
            assertThat(back.personal()).isEqualTo(told.personal());
            assertThat(back.content()).isEqualTo(told.content());
        }
    }

    private static IndexedRecord record(long revision, String peer) {
        TelephonyRecord text = Samples.text("r", 100, Direction.INBOUND, null);
        return RecordCodec.arrived(TelephonyRecord.newBuilder(text)
                .setRevision(revision)
                .setPeer(peer)
                .build());
    }
}
