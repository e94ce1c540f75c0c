package dev.partyline.api.embedded;

import dev.partyline.api.http.auth.TokenMint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret that signs the tokens of an embedded installation: chosen at its first start, kept with its data, and readable
 * by its owner alone.
 */
public final class DevKey {
    private static final String FILE = "token.key";
    private static final int RANDOM_BYTES = 32;
    private static final int LEAST_LENGTH = 32;

    private DevKey() {}

    /**
     * The mint with the key of an installation that has been started before.
     *
     * @throws IllegalStateException when there is none in {@code data}
     */
    public static TokenMint load(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            throw new IllegalStateException("there is no " + file + ": start ./partyline dev on this directory first");
        }
        return new TokenMint(read(file));
    }

    /** The same; at the first start the key is made. The caller has the directory to itself. */
    static TokenMint loadOrCreate(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            create(file);
        }
        return load(data);
    }

    private static String read(Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.length() < LEAST_LENGTH) {
                throw new IllegalStateException(file + " is damaged: delete it, and the next start makes another");
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The file is there in one move, whole and closed to others from its first moment. */
    private static void create(Path file) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = file.resolveSibling(FILE + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, ownerOnly());
            Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Where files have no such permissions, the directory's own have to do. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
