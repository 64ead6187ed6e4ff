package dev.onoma.providers.database.password;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A hash with one bit flipped: the first, the last, and some between. */
final class Flips {
    private Flips() {}

    static List<PasswordHash> ofHash(PasswordHash hash) {
        HashScheme scheme = hash.scheme();
        Stream<HashScheme> flipped;
        if (scheme instanceof Argon2Hash a) {
            flipped = flips(a.hash(), h -> new Argon2Hash(a.variant(), a.version(), a.parameters(), a.salt(), h));
        } else if (scheme instanceof BcryptHash b) {
            flipped = flips(b.hash(), h -> new BcryptHash(b.version(), b.cost(), b.salt(), h));
        } else if (scheme instanceof ScryptHash s) {
            flipped =
                    flips(s.hash(), h -> new ScryptHash(s.logCost(), s.blockSize(), s.parallelization(), s.salt(), h));
        } else if (scheme instanceof Pbkdf2Hash p) {
            flipped = flips(p.hash(), h -> new Pbkdf2Hash(p.digest(), p.iterations(), p.salt(), h));
        } else if (scheme instanceof HmacHash m) {
            flipped = flips(m.hash(), h -> new HmacHash(m.digest(), m.key(), h));
        } else {
            DigestHash d = (DigestHash) scheme;
            flipped = flips(d.hash(), h -> new DigestHash(d.digest(), h));
        }
        return flipped.map(other -> new PasswordHash(other, hash.preparation())).toList();
    }

    /** The salt around the password flipped, and the salt in the other place. */
    static List<PasswordHash> ofPreparation(PasswordHash hash) {
        HashPreparation p = hash.preparation();
        if (p.salt().length() == 0) {
            return List.of();
        }
        return Stream.concat(
                        flips(p.salt(), salt -> new HashPreparation(p.pepper(), p.encoding(), salt, p.suffix())),
                        Stream.of(new HashPreparation(p.pepper(), p.encoding(), p.salt(), !p.suffix())))
                .map(other -> new PasswordHash(hash.scheme(), other))
                .toList();
    }

    static List<PasswordHash> ofSalt(PasswordHash hash) {
        HashScheme scheme = hash.scheme();
        if (scheme instanceof DigestHash) {
            return ofPreparation(hash);
        }
        Stream<HashScheme> flipped;
        if (scheme instanceof Argon2Hash a) {
            flipped = flips(a.salt(), s -> new Argon2Hash(a.variant(), a.version(), a.parameters(), s, a.hash()));
        } else if (scheme instanceof BcryptHash b) {
            flipped = flips(b.salt(), s -> new BcryptHash(b.version(), b.cost(), s, b.hash()));
        } else if (scheme instanceof ScryptHash c) {
            flipped =
                    flips(c.salt(), s -> new ScryptHash(c.logCost(), c.blockSize(), c.parallelization(), s, c.hash()));
        } else if (scheme instanceof Pbkdf2Hash p) {
            flipped = flips(p.salt(), s -> new Pbkdf2Hash(p.digest(), p.iterations(), s, p.hash()));
        } else {
            HmacHash m = (HmacHash) scheme;
            flipped = flips(m.key(), k -> new HmacHash(m.digest(), k, m.hash()));
        }
        return flipped.map(other -> new PasswordHash(other, hash.preparation())).toList();
    }

    private static <T> Stream<T> flips(SecretBytes bytes, Function<SecretBytes, T> rebuilt) {
        int bits = bytes.length() * 8;
        return Stream.iterate(0, bit -> bit < bits, bit -> bit + Math.max(1, bits / 7))
                .map(bit -> rebuilt.apply(flip(bytes, bit)));
    }

    private static SecretBytes flip(SecretBytes bytes, int bit) {
        byte[] flipped = bytes.copy();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return SecretBytes.of(flipped);
    }
}
