package dev.onoma.benchmarks;

import dev.onoma.providers.database.password.Password;
import dev.onoma.providers.database.password.PasswordHash;
import dev.onoma.providers.database.password.PasswordHasher;
import dev.onoma.providers.database.password.PasswordVerdict;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one password costs with the default parameters: Argon2id, 19 MiB, two passes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PasswordLogin {
    private static final String TEXT = "correct horse battery staple";
    private static final int MEMORY_KIB = 19_456;

    private final PasswordHasher hasher = PasswordHasher.builder().build();
    private final PasswordHasher peppered =
            PasswordHasher.builder().pepper("2026", new byte[32]).build();
    private final Password right = Password.of(TEXT);
    private final Password wrong = Password.of("Tr0ub4dor&3");
    private final PasswordHash hash = hasher.hash(right);
    private final PasswordHash pepperedHash = peppered.hash(right);
    private final PasswordHash imported =
            PasswordHash.parse("$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K");
    private final byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    private final byte[] salt = new byte[16];

    /** Bouncy Castle by itself, with fresh memory for each hash. */
    @Benchmark
    public byte[] floor() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(2)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] output = new byte[32];
        generator.generateBytes(bytes, output);
        return output;
    }

    @Benchmark
    public PasswordHash hash() {
        return hasher.hash(right);
    }

    @Benchmark
    public PasswordVerdict verify() {
        return hasher.verify(right, hash);
    }

    @Benchmark
    public PasswordVerdict verifyPeppered() {
        return peppered.verify(right, pepperedHash);
    }

    @Benchmark
    public PasswordVerdict verifyNothing() {
        return hasher.verifyNothing(wrong);
    }

    /** A wrong password of an imported user: bcrypt, and then the work of a current hash. */
    @Benchmark
    public PasswordVerdict verifyImported() {
        return hasher.verify(wrong, imported);
    }
}
