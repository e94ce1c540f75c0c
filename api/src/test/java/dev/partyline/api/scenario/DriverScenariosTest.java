package dev.partyline.api.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario, played through the whole topology in Kafka's driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriverScenariosTest {
    private final AtomicInteger workspaces = new AtomicInteger();
    private World world;

    @BeforeAll
    void start(@TempDir Path directory) {
        world = new DriverWorld(directory);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void goesAsItSays(Scenario scenario) {
        Play.play(world, scenario, "ws-" + workspaces.incrementAndGet());
    }

    static List<Scenario> goesAsItSays() {
        return ScenarioFiles.wanted();
    }
}
