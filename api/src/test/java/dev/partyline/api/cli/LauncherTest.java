package dev.partyline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, copied to an empty checkout, with stand-ins for java and mvn that tell how they were called. */
class LauncherTest {
    private static final Path LAUNCHER =
            Path.of("..", "partyline").toAbsolutePath().normalize();
    private static final String JAVA_17 = """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "17.0.15" 2026-01-01' >&2; exit; fi
            pwd; for arg; do echo "$arg"; done
            """;
    private static final String MVN = """
            #!/bin/sh
            echo "mvn $*" >> calls; mkdir -p api/target/partyline/lib
            """;

    private String profile = "";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void itIsValidBash() throws IOException, InterruptedException {
        assertThat(exec(Map.of(), "bash", "-n", LAUNCHER.toString()).code()).isZero();
    }

    @Test
    void itBuildsOnceAndRunsInTheCallersDirectory() throws IOException, InterruptedException {
        Path checkout = checkout(JAVA_17, MVN);
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Result first = launch(checkout, elsewhere, "replay", "a file.csv");
        assertThat(first.code()).isZero();
        assertThat(first.err()).contains("Building Partyline (first run");
        assertThat(first.out())
                .startsWith(elsewhere.toRealPath().toString())
                .contains("dev.partyline.api.cli.Main\nreplay\na file.csv\n");
        assertThat(launch(checkout, elsewhere).err()).isEmpty();
        assertThat(Files.readAllLines(checkout.resolve("calls"))).hasSize(1);
    }

    @Test
    void benchmarksAreBuiltWithTheRestAndRunTheirOwnMain() throws IOException, InterruptedException {
        Path checkout = checkout(JAVA_17, MVN + "mkdir -p bench/target/partyline/lib\n");
        assertThat(launch(checkout, directory, "bench", "live").out())
                .contains("dev.partyline.bench.cli.Main\nlive\n")
                .contains("bench/target/partyline/lib");
        assertThat(launch(checkout, directory, "demo").err())
                .as("built already")
                .isEmpty();
        assertThat(Files.readAllLines(checkout.resolve("calls")))
                .singleElement()
                .asString()
                .contains("-pl bench -am");
    }

    @Test
    void itBuildsAgainWhenSourcesAreNewer() throws IOException, InterruptedException {
        Path checkout = checkout(JAVA_17, MVN);
        launch(checkout, directory);
        Path source = Files.createDirectories(checkout.resolve("api/src/main")).resolve("New.java");
        Files.writeString(source, "");
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        assertThat(launch(checkout, directory).err()).contains("sources have changed");
    }

    @Test
    void itBuildsWithTheProfileThatIsAskedForAndAgainWithAnother() throws IOException, InterruptedException {
        Path checkout = checkout(JAVA_17, MVN);
        profile = "confluent";
        launch(checkout, directory);
        assertThat(launch(checkout, directory).err()).as("the same once more").isEmpty();
        profile = "";
        assertThat(launch(checkout, directory).err()).contains("with another profile");
        List<String> calls = Files.readAllLines(checkout.resolve("calls"));
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0)).contains(" -Pconfluent ");
        assertThat(calls.get(1)).doesNotContain("-P");
    }

    @Test
    void aFailedBuildShowsItsLogAndFails() throws IOException, InterruptedException {
        Path checkout = checkout(JAVA_17, "#!/bin/sh\necho 'ERROR no such symbol'; exit 1\n");
        Result result = launch(checkout, directory);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("ERROR no such symbol").contains("the build failed");
    }

    @Test
    void anOldJavaIsRefusedWithWhatIsNeeded() throws IOException, InterruptedException {
        Path checkout = checkout("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n", MVN);
        Result result = launch(checkout, directory);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("Java 11").contains("17 or newer");
    }

    private Path checkout(String java, String mvn) throws IOException {
        Path checkout = Files.createDirectory(directory.resolve("check out"));
        Files.copy(LAUNCHER, checkout.resolve("partyline"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Path bin = Files.createDirectories(directory.resolve("jdk/bin"));
        assertThat(Files.writeString(bin.resolve("java"), java).toFile().setExecutable(true))
                .isTrue();
        assertThat(Files.writeString(bin.resolve("mvn"), mvn).toFile().setExecutable(true))
                .isTrue();
        return checkout;
    }

    private Result launch(Path checkout, Path from, String... args) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", checkout.resolve("partyline").toString()));
        command.addAll(List.of(args));
        Path jdk = directory.resolve("jdk");
        Map<String, String> environment = Map.of(
                "JAVA_HOME",
                jdk.toString(),
                "PATH",
                jdk.resolve("bin") + ":" + System.getenv("PATH"),
                "PARTYLINE_PROFILE",
                profile);
        return exec(from, environment, command);
    }

    private Result exec(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        return exec(directory, environment, List.of(command));
    }

    private Result exec(Path from, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Result(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Result(int code, String out, String err) {}
}
