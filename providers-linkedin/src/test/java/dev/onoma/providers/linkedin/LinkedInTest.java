package dev.onoma.providers.linkedin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.core.provider.RefusedClaims;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("LinkedIn")
class LinkedInTest {
    @Test
    @DisplayName("is a social OpenID Connect provider that overwrites at each login")
    void preset() {
        Connection linkedIn = LinkedIn.connection("linkedin").build();

        assertThat(linkedIn.provider().name()).isEqualTo("linkedin");
        assertThat(linkedIn.provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(linkedIn.provider().isOpenIdConnect()).isTrue();
        assertThat(linkedIn.syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
    }

    @Test
    @DisplayName("has subjects of one application's, which can be pinned")
    void idSpace() {
        assertThat(LinkedIn.connection("linkedin").build().idSpace()).isEmpty();
        assertThat(LinkedIn.connection("linkedin", "78xyz").build().idSpace()).contains("78xyz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"x\",\"sub\":\"1\"}",
                "{\"serviceErrorCode\":1,\"sub\":\"1\"}",
                "{\"serviceErrorCode\":1,\"id\":\"1\"}"
            })
    @DisplayName("takes a profile for one, whatever claims it bears beside its subject")
    void profiles(String document) {
        assertThat(normalized(document)).isInstanceOf(NormalizedProfile.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {"error":"invalid_token"} ~ PROVIDER_ERROR
            {"serviceErrorCode":65600} ~ PROVIDER_ERROR
            {"name":"Ana"} ~ MISSING_SUBJECT
            ["sub"] ~ INVALID_CLAIMS
            """)
    @DisplayName("refuses reports of errors, and what is neither these nor a profile")
    void refused(String document, RefusalCode code) {
        assertThat(((RefusedClaims) normalized(document)).refusal().code()).isEqualTo(code);
    }

    private static Normalization normalized(String document) {
        return LinkedIn.connection("linkedin")
                .build()
                .normalize(Claims.parse(document.getBytes(UTF_8), Evidence.USERINFO_RESPONSE));
    }
}
