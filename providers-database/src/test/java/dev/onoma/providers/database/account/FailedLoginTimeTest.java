package dev.onoma.providers.database.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.providers.database.account.FailedLogins.Kind;
import dev.onoma.providers.database.account.FailedLogins.Took;
import dev.onoma.providers.database.password.PasswordHasher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("The time of a failed login")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailedLoginTimeTest {
    private static final int ROUNDS = 60;

    /** Chi-squared with five degrees of freedom is above this once in ten million times. */
    private static final double HARDLY_EVER = 41;

    private final FailedLogins logins = new FailedLogins(new InMemoryUserStore(), hasher());

    /** Neither as dear as real hashes nor so cheap that all else would be seen beside them: some milliseconds. */
    private static PasswordHasher hasher() {
        return PasswordHasher.builder().dangerouslyCheapArgon2id(4_096, 2, 1).build();
    }

    /** Rounds of all kinds, in another order each time, with one kind made slower. */
    private Measured measured(long slower) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
        Random random = new Random(7);
        Measured measured = new Measured(new Ranks(kinds.size()), new Ranks(kinds.size()));
        for (int round = 0; round < ROUNDS; round++) {
            Map<Kind, Took> took = new EnumMap<>(Kind.class);
            Collections.shuffle(kinds, random);
            for (Kind kind : kinds) {
                took.put(kind, logins.fail(kind).plus(kind == Kind.WRONG_PASSWORD ? slower : 0));
            }
            measured.wall().round(took.values().stream().mapToLong(Took::wall).toArray());
            measured.cpu().round(took.values().stream().mapToLong(Took::cpu).toArray());
        }
        return measured;
    }

    private record Measured(Ranks wall, Ranks cpu) {}

    @BeforeAll
    void warmUp() {
        measured(0);
    }

    @Test
    @DisplayName(
            "does not tell an unknown name, a wrong password, a social, blocked, guessed or passwordless user apart")
    void sameTime() {
        Measured measured = measured(0);

        assertThat(measured.wall().statistic()).isLessThan(HARDLY_EVER);
        assertThat(measured.cpu().statistic()).isLessThan(HARDLY_EVER);
    }

    @Test
    @DisplayName("would tell: five milliseconds more for one kind are found, however busy the machine is")
    void plantedLeak() {
        assertThat(measured(5_000_000).cpu().statistic()).isGreaterThan(HARDLY_EVER);
    }
}
