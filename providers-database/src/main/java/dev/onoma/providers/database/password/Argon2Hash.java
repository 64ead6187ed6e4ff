package dev.onoma.providers.database.password;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 * @see <a href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC string format</a>
 */
record Argon2Hash(Variant variant, int version, Argon2Costs parameters, SecretBytes salt, SecretBytes hash)
        implements HashScheme {
    /** Version 1.3, the one of RFC 9106. */
    static final int VERSION = 19;
    /** Version 1.0, whose strings have no version. */
    static final int FIRST_VERSION = 16;

    /** A new hash of a password. */
    static Argon2Hash create(Argon2Costs costs, SecretBytes salt, int length, byte[] password, Argon2Memory memory) {
        byte[] output = output(Variant.ARGON2ID, VERSION, costs, salt, length, password, memory);
        return new Argon2Hash(Variant.ARGON2ID, VERSION, costs, salt, SecretBytes.of(output));
    }

    @Override
    public boolean matches(byte[] password, Argon2Memory memory) {
        return hash.matches(output(variant, version, parameters, salt, hash.length(), password, memory));
    }

    private static byte[] output(
            Variant variant,
            int version,
            Argon2Costs costs,
            SecretBytes salt,
            int length,
            byte[] password,
            Argon2Memory memory) {
        return memory.compute(costs, blocks -> {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(bouncyCastle(variant, version, costs, salt, blocks));
            byte[] output = new byte[length];
            generator.generateBytes(password, output);
            return output;
        });
    }

    private static Argon2Parameters bouncyCastle(
            Variant variant, int version, Argon2Costs costs, SecretBytes salt, BlockPool blocks) {
        return new Argon2Parameters.Builder(variant.number)
                .withVersion(version)
                .withMemoryAsKB(costs.memoryKib())
                .withIterations(costs.passes())
                .withParallelism(costs.lanes())
                .withSalt(salt.copy())
                .withBlockPool(blocks)
                .build();
    }

    @Override
    public String name() {
        return variant.label();
    }

    /** Ours, and what other systems write into our store as theirs: imports say the encoding outright. */
    @Override
    public TextEncoding encoding() {
        return TextEncoding.OPAQUE;
    }

    @Override
    public Map<HashLimit, Long> costs() {
        return Map.of(
                HashLimit.ARGON2_MEMORY, (long) parameters.memoryKib(),
                HashLimit.ARGON2_WORK, parameters.work(),
                HashLimit.ARGON2_LANES, (long) parameters.lanes(),
                HashLimit.SALT_BYTES, (long) salt.length(),
                HashLimit.HASH_BYTES, (long) hash.length());
    }

    @Override
    public String text() {
        return "$" + name()
                + (version == FIRST_VERSION ? "" : "$v=" + version)
                + "$m=" + parameters.memoryKib() + ",t=" + parameters.passes() + ",p=" + parameters.lanes()
                + "$" + salt.base64() + "$" + hash.base64();
    }

    /** The variants, with their numbers in RFC 9106, section 3.2. */
    enum Variant {
        ARGON2D(0),
        ARGON2I(1),
        ARGON2ID(2);

        private final int number;

        Variant(int number) {
            this.number = number;
        }

        static Optional<Variant> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(variant -> variant.label().equals(label))
                    .findFirst();
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
