package dev.onoma.providers.database.password;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * bcrypt, for verification only: {@code $2b$10$} and 53 characters. Versions {@code a}, {@code b} and {@code y} differ
 * in nothing that can be asked of them here.
 *
 * <p>bcrypt reads 72 bytes, and in C up to a NUL. A password that is longer, or holds a NUL, matches no hash: it would
 * match by a part of itself. It is told so only after the whole work, or a quick answer would give away that the user
 * exists.
 *
 * @see <a href="https://www.usenix.org/legacy/events/usenix99/provos/provos_html/">Provos, Mazières: A Future-Adaptable
 *     Password Scheme</a>
 */
record BcryptHash(char version, int cost, SecretBytes salt, SecretBytes hash) implements HashScheme {
    static final int MAX_PASSWORD_BYTES = 72;
    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 23;
    static final int SALT_CHARACTERS = 22;
    static final int HASH_CHARACTERS = 31;

    private static final String OWN_ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BASE64_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    @Override
    public boolean matches(byte[] password, Argon2Memory memory) {
        boolean fits = password.length <= MAX_PASSWORD_BYTES;
        for (byte b : password) {
            fits &= b != 0;
        }
        byte[] read = fits ? password : new byte[MAX_PASSWORD_BYTES];
        byte[] output = BCrypt.generate(read, salt.copy(), cost, true);
        return hash.matches(Arrays.copyOf(output, HASH_BYTES)) && fits;
    }

    /** The bytes of text in bcrypt's own Base64; empty when it is something else. */
    static Optional<SecretBytes> decode(String text) {
        String standard = translate(text, OWN_ALPHABET, BASE64_ALPHABET);
        return standard.length() == text.length() ? SecretBytes.ofBase64(standard) : Optional.empty();
    }

    private static String translate(String text, String from, String to) {
        StringBuilder translated = new StringBuilder(text.length());
        text.chars().map(from::indexOf).filter(at -> at >= 0).forEach(at -> translated.append(to.charAt(at)));
        return translated.toString();
    }

    @Override
    public String name() {
        return "bcrypt";
    }

    @Override
    public Map<HashLimit, Long> costs() {
        return Map.of(HashLimit.BCRYPT_COST, (long) cost);
    }

    @Override
    public String text() {
        return "$2" + version + (cost < 10 ? "$0" : "$") + cost + "$"
                + translate(salt.base64() + hash.base64(), BASE64_ALPHABET, OWN_ALPHABET);
    }
}
