package dev.partyline.api.scenario;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip of the pen is an error that says where it is. */
class ScenarioFilesTest {
    private static final String FILE = """
            preset: shared-line
            numbers: {sales: "+12125550101"}
            given: []
            cases:
              - ids: [VXT-1]
                title: a title
                steps:
                  - change: {type: UserAssigned, number: sales, userId: ana}
                  - call: {id: answered, number: sales, answered: [ana]}
                  - feeds: {ana: {answered: AP}}
            """;

    @ParameterizedTest
    @CsvSource({
        "preset:, presett:, presett",
        "numbers:, numbres:, numbres",
        "title:, titel:, titel",
        "steps:, stepps:, stepps",
        "preset: shared-line, '', preset is missing",
        "title: a title, '', title is missing"
    })
    void ofAFileOrACase(String right, String wrong, String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioFiles.read("vxt.yml", FILE.replace(right, wrong)))
                .withMessageStartingWith("vxt.yml: ")
                .withMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "answered: [ana]; anwsered: [ana]; anwsered; step 2",
                "id: answered,; ''; id is missing; step 2",
                "feeds:; feed:; feed; step 3",
                "id: answered, number: sales; id: answered; number is missing; step 2",
                "{ana: {answered: AP}}; [ana]; feeds; step 3"
            })
    void ofAStep(String right, String wrong, String key, String step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioFiles.read("vxt.yml", FILE.replace(right, wrong)))
                .withMessageStartingWith("vxt.yml: case [\"VXT-1\"] \"a title\": " + step)
                .withMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({"given: [], 'given: []\ngiven: []', given", "title: a title, 'title: one\n    title: two', title"})
    void ofAKeyThatIsThereTwice(String once, String twice, String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioFiles.read("vxt.yml", FILE.replace(once, twice)))
                .withMessageContaining(key);
    }
}
