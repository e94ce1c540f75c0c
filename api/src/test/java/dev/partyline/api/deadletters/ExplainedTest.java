package dev.partyline.api.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.topology.intake.DeadLetter;
import dev.partyline.topology.intake.DeadLetter.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainedTest {
    private final Explained explained = new Explained(Optional.empty());

    @ParameterizedTest
    @EnumSource
    void everyReasonSaysWhatItMeansAndWhetherSendingAgainHelps(Reason reason) {
        String text = explained.text(letter(header(DeadLetter.REASON_HEADER, reason.name())));
        assertThat(text.replaceAll("\\s+", " "))
                .contains(reason.name(), "What it means", "What to do", "Sending it again");
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void whatANewerEngineSaysIsShownAsItIs() {
        assertThat(explained.text(letter(header(DeadLetter.REASON_HEADER, "LATER"))))
                .contains("LATER", "does not know the reason");
    }

    @Test
    void ofWhatWasCutItSaysThatItCannotBeSentAgain() {
        Header reason = header(DeadLetter.REASON_HEADER, "TOO_LARGE");
        Header cut = header(DeadLetter.CUT_HEADER, "value 9 bytes");
        assertThat(explained.text(letter(reason, cut)).replaceAll("\\s+", " "))
                .contains("value 9 bytes", "cannot be sent again from here");
    }

    @Test
    void itsOwnHeadersAreThoseThatAreNotTheEngines() {
        Letter letter = letter(header(DeadLetter.REASON_HEADER, "INVALID"), header("trace", "1"));
        assertThat(letter.ownHeaders()).extracting(Header::key).containsExactly("trace");
        assertThat(letter.resentHeaders()).extracting(Header::key).containsExactly("trace", "partyline.resent");
        assertThat(letter.toString()).doesNotContain("content");
    }

    private static Letter letter(Header... headers) {
        byte[] value = "content".getBytes(StandardCharsets.UTF_8);
        return new Letter(new Place(3, 17), Instant.EPOCH, null, value, List.of(headers));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
