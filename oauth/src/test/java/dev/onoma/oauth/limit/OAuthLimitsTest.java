package dev.onoma.oauth.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OAuthLimitsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    CONNECT_MILLIS,            2000
                    CALL_MILLIS,               5000
                    CALLBACK_MILLIS,           10000
                    GET_TRIES,                 2
                    TOKEN_BYTES,               65536
                    USERINFO_BYTES,            262144
                    DISCOVERY_BYTES,           65536
                    JWKS_BYTES,                524288
                    JWKS_KEYS,                 50
                    JWKS_FRESH_SECONDS_LEAST,  300
                    JWKS_FRESH_SECONDS_MOST,   86400
                    JWKS_STALE_SECONDS,        86400
                    JWKS_UNKNOWN_KEY_FETCHES,  2
                    JWKS_UNKNOWN_KEY_SECONDS,  30
                    ID_TOKEN_BYTES,            32768
                    JSON_DEPTH,                32
                    JSON_MEMBERS,              1000
                    CLOCK_SKEW_SECONDS,        60
                    ID_TOKEN_AGE_SECONDS,      600
                    ID_TOKEN_LIFETIME_SECONDS, 86400
                    TRANSACTION_SECONDS,       600
                    CALLBACK_CHARACTERS,       65536
                    SIGNED_REQUEST_SECONDS,    600
                    """)
    @DisplayName("the defaults are those that we promise")
    void defaults(OAuthLimit limit, int value) {
        assertThat(limit.standard()).isEqualTo(value);
        assertThat(OAuthLimits.STANDARD.of(limit)).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("every limit can be changed, and no other changes with it")
    void changed(OAuthLimit limit) {
        OAuthLimits changed = OAuthLimits.STANDARD.with(limit, 1);

        for (OAuthLimit each : OAuthLimit.values()) {
            assertThat(changed.of(each)).isEqualTo(each == limit ? 1 : each.standard());
        }
        assertThat(changed).hasToString("OAuthLimits{" + limit + "=1}");
        assertThat(changed.with(limit, limit.standard()))
                .isEqualTo(OAuthLimits.STANDARD)
                .hasSameHashCodeAs(OAuthLimits.STANDARD);
        assertThat(changed).isNotEqualTo(OAuthLimits.STANDARD);
    }

    @Test
    @DisplayName("no limit is below one")
    void tooSmall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuthLimits.STANDARD.with(OAuthLimit.CALL_MILLIS, 0))
                .withMessage("limit CALL_MILLIS must be at least 1");
    }
}
