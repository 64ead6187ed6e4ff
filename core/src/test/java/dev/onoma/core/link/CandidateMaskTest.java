package dev.onoma.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CandidateMaskTest {
    private static final IdentityKey KEY = new IdentityKey("social", "1");
    private static final UserId USER = UserId.of("company|c");
    private static final byte[] SHARED = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

    private final CandidateMask mask = CandidateMask.withKey(SHARED);

    @Test
    @DisplayName("gives the same handle for the same identity and user, in every process that has the key")
    void same() {
        assertThat(mask.mask(KEY, USER)).isEqualTo(CandidateMask.withKey(SHARED).mask(KEY, USER));
        assertThat(mask.mask(KEY, USER).user()).isEqualTo(USER);
    }

    @Test
    @DisplayName("gives another handle for another identity or another user, so that logins cannot compare")
    void different() {
        assertThat(Stream.of(
                                mask.mask(KEY, USER),
                                mask.mask(new IdentityKey("social", "2"), USER),
                                mask.mask(new IdentityKey("other", "1"), USER),
                                mask.mask(KEY, UserId.of("company|d")),
                                mask.mask(new IdentityKey("socia", "l1"), USER),
                                mask.mask(new IdentityKey("social", "1c"), UserId.of("ompany|c")))
                        .map(Candidate::handle))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("is keyed: another key gives other handles, and so does each random one")
    void keyed() {
        assertThat(CandidateMask.random().mask(KEY, USER).handle())
                .isNotEqualTo(CandidateMask.random().mask(KEY, USER).handle())
                .isNotEqualTo(mask.mask(KEY, USER).handle());
    }

    @Test
    @DisplayName("does not change with the array that its key came in")
    void keyIsCopied() {
        byte[] key = SHARED.clone();
        CandidateMask early = CandidateMask.withKey(key);
        Arrays.fill(key, (byte) 0);

        assertThat(early.mask(KEY, USER)).isEqualTo(mask.mask(KEY, USER));
    }

    @Test
    @DisplayName("needs a key of 16 bytes, and does not print it")
    void shortKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CandidateMask.withKey(new byte[15]))
                .withMessage("a candidate mask's key must have at least 16 bytes");
        assertThat(mask).hasToString("CandidateMask");
    }
}
