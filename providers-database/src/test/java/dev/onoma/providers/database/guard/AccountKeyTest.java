package dev.onoma.providers.database.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The key of accounts, and their limits")
class AccountKeyTest {
    private final AccountKey key = AccountKey.of(new byte[32]);

    @Test
    @DisplayName("has 32 bytes at least")
    void length() {
        assertThatIllegalArgumentException().isThrownBy(() -> AccountKey.of(new byte[31]));
    }

    @Test
    @DisplayName("gives 64 hexadecimal digits, the same for the same key on every node, others for another key")
    void mac() {
        assertThat(key.mac("attempt", "a"))
                .matches("[0-9a-f]{64}")
                .isEqualTo(AccountKey.of(new byte[32]).mac("attempt", "a"));
        assertThat(AccountKey.random().mac("attempt", "a")).isNotEqualTo(key.mac("attempt", "a"));
    }

    @Test
    @DisplayName("tells purposes and lists of texts apart that look the same when put together")
    void apart() {
        assertThat(key.mac("a", "b", "c"))
                .isNotEqualTo(key.mac("a", "bc"))
                .isNotEqualTo(key.mac("ab", "c"))
                .isNotEqualTo(key.mac("a", "c", "b"))
                .isNotEqualTo(key.mac("a", "1:b1:c"))
                .isNotEqualTo(key.mac("a", "b", "c", ""));
    }

    @Test
    @DisplayName("prints nothing of itself")
    void silent() {
        assertThat(key).hasToString("AccountKey");
    }

    @Test
    @DisplayName("a limit is its default until it is changed, and at least one")
    void limits() {
        AccountLimits changed = AccountLimits.STANDARD.with(AccountLimit.ATTEMPTS, 7);

        assertThat(changed.of(AccountLimit.ATTEMPTS)).isEqualTo(7);
        assertThat(AccountLimits.STANDARD.of(AccountLimit.ATTEMPTS)).isEqualTo(100);
        assertThat(changed.with(AccountLimit.ATTEMPTS, 100))
                .isEqualTo(AccountLimits.STANDARD)
                .hasSameHashCodeAs(AccountLimits.STANDARD)
                .hasToString("AccountLimits{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountLimits.STANDARD.with(AccountLimit.ATTEMPTS, 0))
                .withMessage("limit ATTEMPTS must be at least 1");
    }
}
