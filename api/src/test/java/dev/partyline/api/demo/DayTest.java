package dev.partyline.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayTest {
    private final Day day = Day.read();
    private final Picture picture = new Picture(day);

    @Test
    void allIdsAndNumbersHaveTheirForm() {
        assertThat(day.workspace()).matches(Ids::isId);
        assertThat(day.people().keySet()).isNotEmpty().allMatch(Ids::isId);
        assertThat(day.lines().values()).isNotEmpty().allMatch(Ids::isNumber);
        assertThat(day.events())
                .extracting(Event::recordId)
                .filteredOn(id -> !id.isEmpty())
                .allMatch(Ids::isId);
    }

    @Test
    void everyEventBecomesAnEventOfTheContract() {
        DayEvents events = new DayEvents(day, LocalDate.of(2026, 1, 5));
        List<String> changeIds = new ArrayList<>();
        List<TelephonyRecord> records = new ArrayList<>();
        for (Event event : day.events()) {
            if (event.does() instanceof Step.Change change) {
                DirectoryChange made = events.change(event, change);
                changeIds.add(made.getChangeId());
            } else if (event.does() instanceof Step.Happening happening) {
                records.add(events.happening(event, happening));
            }
        }
        assertThat(changeIds).doesNotHaveDuplicates().hasSizeGreaterThan(5).allMatch(Ids::isId);
        assertThat(records)
                .extracting(TelephonyRecord::getKind)
                .contains(RecordKind.CALL, RecordKind.MESSAGE, RecordKind.VOICEMAIL, RecordKind.ERASED);
    }

    @Test
    void theDayRunsForwardAndEveryRecordSaysWhoSeesIt() {
        assertThat(day.events()).extracting(Event::time).isSorted();
        assertThat(day.events())
                .filteredOn(event -> event.does() instanceof Step.Happening)
                .allSatisfy(event -> assertThat(event.seen()).isNotNull());
    }

    @Test
    void everyExpectationNamesPeopleAndRecordsThatThereAre() {
        Sight sight = Sight.NOTHING;
        List<String> happened = new ArrayList<>();
        for (Event event : day.events()) {
            happened.add(event.recordId());
            sight = event.after(sight);
            assertThat(day.people().keySet()).containsAll(sight.byUser().keySet());
            assertThat(sight.byUser().values())
                    .allSatisfy(records -> assertThat(happened).containsAll(records.keySet()));
        }
        assertThat(sight).isNotEqualTo(Sight.NOTHING);
    }

    @Test
    void thePictureSaysWhoSeesARecordAndWhoDoesNot() {
        Sight sight = Sight.NOTHING.withRecord("ana-answers", Map.of("ana", "AP", "ben", "A"));
        assertThat(picture.seenBy(sight, "ana-answers"))
                .containsExactly(
                        "         seen by  Ana (assignee, took part), Ben (assignee)", "         not by   Cleo, Dan");
        assertThat(picture.seenBy(Sight.NOTHING, "ana-answers")).containsExactly("         seen by  nobody");
    }

    @Test
    void thePictureSaysWhatAChangeAlters() {
        Sight before = Sight.NOTHING.withUsers(Map.of("ben", Map.of("a", "A", "b", "A", "c", "P")));
        Sight now = before.withUsers(Map.of("ben", Map.of("c", "P"), "cleo", Map.of("a", "A")));
        assertThat(picture.altered(before, now))
                .containsExactly(
                        "         Ben now sees 1: 0 more, 2 withdrawn",
                        "         Cleo now sees 1: 1 more, 0 withdrawn");
        assertThat(picture.altered(now, now)).containsExactly("         nobody sees more or less");
    }

    @Test
    void theSummaryHoldsEveryRecordAgainstEveryone() {
        Sight sight = Sight.NOTHING.withRecord("ana-answers", Map.of("ana", "AP", "ben", "A"));
        assertThat(picture.summary(sight).lines())
                .anyMatch(line -> line.matches("09:05 .* AP +A +\\. +\\."))
                .anyMatch(line -> line.matches("records visible +1 +1 +0 +0 *"));
    }
}
