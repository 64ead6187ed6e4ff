package dev.onoma.providers.database.password;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** By what passwords are looked up in lists: SHA-1, because the lists have it, not because it is safe. */
final class PasswordSha1 {
    static final int BYTES = 20;

    private PasswordSha1() {}

    static byte[] of(Password password) {
        byte[] prepared = password.prepared();
        try {
            return MessageDigest.getInstance("SHA-1").digest(prepared);
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform has SHA-1.
            throw new IllegalStateException(impossible);
        } finally {
            Arrays.fill(prepared, (byte) 0);
        }
    }
}
