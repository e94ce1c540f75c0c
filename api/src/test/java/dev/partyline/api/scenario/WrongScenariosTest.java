package dev.partyline.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios can fail: what is not so is reported with the case, the step, what was expected and what was found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongScenariosTest {
    private static final Path FILE = Path.of("src", "test", "resources", "wrong-scenarios", "wrong.yml");

    private final Map<String, Scenario> byId = ScenarioFiles.read(FILE).stream()
            .collect(Collectors.toMap(scenario -> scenario.ids().get(0), Function.identity()));

    private World world;

    @BeforeAll
    void start(@TempDir Path directory) {
        world = new DriverWorld(directory);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "WRONG-1; step 3; {answered=A}; {answered=AP}",
                "WRONG-2; step 3; ana={}; {missed=A}",
                "WRONG-3; step 1; NUMBER_FULL; ACCEPTED",
                "WRONG-4; step 1; [ACCEPTED, ACCEPTED]; [ACCEPTED, UNCHANGED]",
                "WRONG-5; given; ACCEPTED; ACTOR_NOT_ALLOWED",
                "WRONG-6; the policy; ACCEPTED; histroy",
                "WRONG-7; step 1; ACCEPTED; usrId",
                "WRONG-10; step 1; NO_CALLING; NOT_ASSIGNED",
                "WRONG-11; step 2; V3=false; V3=true"
            })
    void whatIsNotSo(String id, String step, String expected, String found) {
        String message = failure(id);

        assertThat(message).startsWith("wrong.yml: " + id + ": " + step + ": ");
        assertThat(message.substring(message.indexOf("expected"), message.indexOf("\n  found")))
                .contains(expected);
        assertThat(message.substring(message.indexOf("\n  found"))).contains(found);
    }

    @ParameterizedTest
    @CsvSource({"WRONG-8, slaes", "WRONG-9, 09:05", "WRONG-12, missed"})
    void whatCannotBePlayed(String id, String named) {
        assertThat(failure(id)).startsWith("wrong.yml: " + id + ": step 1: ").contains(named);
    }

    private String failure(String id) {
        Scenario scenario = Objects.requireNonNull(byId.get(id), id);
        try {
            Play.play(world, scenario, id);
        } catch (AssertionError e) {
            return Objects.requireNonNull(e.getMessage());
        }
        return fail(id + " did not fail");
    }
}
