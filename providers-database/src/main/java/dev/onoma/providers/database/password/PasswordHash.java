package dev.onoma.providers.database.password;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hash of a password: how it was made, salt and all. Stored as {@link #text()}, one line of ASCII: a PHC string
 * ({@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}), bcrypt's usual form, or either of them or a plain digest behind
 * {@code $onoma$} and what else is to be done: {@code pepper=<key id>}, {@code enc=<encoding>}, {@code prefix=<salt>} or
 * {@code suffix=<salt>}. Immutable; nothing of it is in {@code toString}.
 */
public final class PasswordHash {
    /** Characters of the longest text that is read. */
    static final int MAX_CHARACTERS = 8_192;

    private final HashScheme scheme;
    private final HashPreparation preparation;

    PasswordHash(HashScheme scheme, HashPreparation preparation) {
        this.scheme = scheme;
        this.preparation = preparation;
    }

    /**
     * Reads a stored hash. What it costs is not judged here, but by {@link PasswordHasher}.
     *
     * @throws InvalidHashException when it is no hash, or not written as {@link #text()} writes it
     */
    public static PasswordHash parse(String text) {
        requireNonNull(text, "text");
        PasswordHash hash = HashText.read(text, "hash");
        if (!hash.text().equals(text)) {
            throw new InvalidHashException(HashProblem.INVALID_VALUE, "hash", "is not in its canonical form");
        }
        return hash;
    }

    /** The hash as it is stored: a secret, for a store and nothing else. */
    public String text() {
        return preparation.text(scheme) + scheme.text();
    }

    /** How it was made, such as {@code argon2id}, {@code bcrypt} or {@code hmac-sha1}: for figures. */
    public String algorithm() {
        return scheme.name();
    }

    /** The id of the pepper's key; empty when none was used. */
    public Optional<String> pepper() {
        return preparation.pepper().isEmpty() ? Optional.empty() : Optional.of(preparation.pepper());
    }

    HashScheme scheme() {
        return scheme;
    }

    HashPreparation preparation() {
        return preparation;
    }

    Map<HashLimit, Long> costs() {
        Map<HashLimit, Long> costs = new HashMap<>(scheme.costs());
        costs.merge(HashLimit.SALT_BYTES, (long) preparation.salt().length(), Math::max);
        return costs;
    }

    /** Whether a check against the other hash takes the time of one against this. */
    boolean costsLike(PasswordHash other) {
        return algorithm().equals(other.algorithm()) && scheme.costs().equals(other.scheme.costs());
    }

    /** Whether the password is the one of this hash. Does the whole work, whatever it is. */
    boolean matches(Password password, Peppers peppers, Argon2Memory memory) {
        Optional<byte[]> encoded = preparation.encoding().encode(password);
        byte[] salted = preparation.salted(encoded.orElseGet(() -> new byte[1]));
        byte[] peppered = peppers.apply(preparation.pepper(), salted);
        boolean matches = scheme.matches(peppered, memory) && encoded.isPresent();
        encoded.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        Arrays.fill(salted, (byte) 0);
        Arrays.fill(peppered, (byte) 0);
        return matches;
    }

    /** Whether the texts are equal, found out in a time that depends on their length alone. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash hash && MessageDigest.isEqual(ascii(), hash.ascii());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    private byte[] ascii() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "PasswordHash[" + algorithm() + "]";
    }
}
