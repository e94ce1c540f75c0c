package dev.partyline.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevKeyTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void itIsMadeOnceAndThenKept() {
        var first = DevKey.loadOrCreate(directory).config();
        assertThat(DevKey.loadOrCreate(directory).config()).isEqualTo(first);
        assertThat(DevKey.load(directory).config()).isEqualTo(first);
        assertThat(directory).isDirectoryContaining("glob:**/token.key").isDirectoryNotContaining("glob:**/*.new");
    }

    @Test
    void eachInstallationHasItsOwn() throws IOException {
        var other = DevKey.loadOrCreate(Files.createDirectory(directory.resolve("other")));
        assertThat(DevKey.loadOrCreate(directory).config()).isNotEqualTo(other.config());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        DevKey.loadOrCreate(directory);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("token.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whereThereIsNoneOrADamagedOneTheFixIsNamed() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> DevKey.load(directory))
                .withMessageContaining("./partyline dev");
        Files.writeString(directory.resolve("token.key"), "short\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> DevKey.loadOrCreate(directory))
                .withMessageContaining("delete it");
    }
}
