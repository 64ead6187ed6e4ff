package dev.onoma.providers.database.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A list of common passwords, kept in memory as the first 64 bits of each one's SHA-1: 8 bytes a password, and one in
 * 10<sup>13</sup> others taken for one of a million. Immutable, thread-safe.
 */
public final class CommonPasswords implements BreachList {
    private final long[] sorted;

    private CommonPasswords(long[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Reads a file with one password a line, in UTF-8. They are prepared as a {@link Password} is; lines that cannot be
     * one are passed over.
     *
     * @throws BreachListException when the file cannot be read, or has no password
     */
    public static CommonPasswords read(Path file) {
        // Not strictly: the lists that are about have a line in another encoding here and there.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            long[] keys = lines.lines()
                    .map(Password::of)
                    .filter(Password::isUsable)
                    .mapToLong(password -> key(PasswordSha1.of(password)))
                    .sorted()
                    .distinct()
                    .toArray();
            if (keys.length == 0) {
                throw new BreachListException("the list of common passwords has none");
            }
            return new CommonPasswords(keys);
        } catch (IOException unreadable) {
            throw new BreachListException("the list of common passwords cannot be read", unreadable);
        }
    }

    private static long key(byte[] sha1) {
        return ByteBuffer.wrap(sha1).getLong();
    }

    /** How many passwords the list has, each counted once. */
    public int size() {
        return sorted.length;
    }

    @Override
    public boolean contains(byte[] sha1) {
        return Arrays.binarySearch(sorted, key(sha1)) >= 0;
    }

    @Override
    public String toString() {
        return "CommonPasswords[" + sorted.length + "]";
    }
}
