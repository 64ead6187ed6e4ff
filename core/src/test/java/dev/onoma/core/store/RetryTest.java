package dev.onoma.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetryTest {
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    @DisplayName("T2: a stale user or a duplicate identity is decided again, until the write stands")
    void again() {
        String result = Retry.untilItStands(() -> switch (attempts.incrementAndGet()) {
            case 1 -> throw new StaleUserException();
            case 2 -> throw new DuplicateIdentityException();
            default -> "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    @DisplayName("A user id that is taken does not get free by trying again")
    void taken() {
        assertThatThrownBy(() -> Retry.untilItStands(() -> {
                    attempts.incrementAndGet();
                    throw new UserIdTakenException();
                }))
                .isInstanceOf(UserIdTakenException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    @DisplayName("T2: after 200 attempts in a row it is an exception with a code of its own")
    void contended() {
        assertThatThrownBy(() -> Retry.untilItStands(() -> {
                    attempts.incrementAndGet();
                    throw new StaleUserException();
                }))
                .isInstanceOf(ContendedUserException.class)
                .extracting(thrown -> ((StoreConflictException) thrown).code())
                .isEqualTo("contended_user");
        assertThat(attempts).hasValue(200);
    }

    @Test
    @DisplayName("Every conflict has its code")
    void codes() {
        assertThat(new StaleUserException().code()).isEqualTo("stale_user");
        assertThat(new DuplicateIdentityException().code()).isEqualTo("duplicate_identity");
        assertThat(new UserIdTakenException().code()).isEqualTo("user_id_taken");
    }
}
