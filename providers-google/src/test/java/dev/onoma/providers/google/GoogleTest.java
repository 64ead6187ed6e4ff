package dev.onoma.providers.google;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.provider.WarningCode.WRONG_TYPE;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.ProviderKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Google")
class GoogleTest {
    private final Connection google = Google.connection("google-oauth2").build();

    private Normalization normalization(String json) {
        return google.normalize(Claims.of((JsonObject) JsonValue.parse(json), Evidence.USERINFO_RESPONSE));
    }

    @Test
    @DisplayName("is a social OpenID Connect provider that overwrites at each login and links nobody")
    void preset() {
        assertThat(google.name()).isEqualTo("google-oauth2");
        assertThat(google.provider().name()).isEqualTo("google-oauth2");
        assertThat(google.provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(google.provider().isOpenIdConnect()).isTrue();
        assertThat(google.syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
        assertThat(google.linkPolicy()).isEqualTo(LinkPolicy.NEVER);
        assertThat(google.isTrustedForLinking()).isFalse();
    }

    @Test
    @DisplayName("has one id space, so none is pinned")
    void noIdSpace() {
        assertThat(google.idSpace()).isEmpty();
    }

    @Test
    @DisplayName("of the addresses of a Google+ person, takes the account's, and never takes it for verified")
    void accountAddress() {
        assertThat(normalization("""
                        {"id": "1", "emails": ["old@example.com", {"type": "home", "value": "home@example.com"},
                         {"type": "account", "value": 7}, {"type": "account"},
                         {"type": "account", "value": "ana@example.com", "verified": true}]}
                        """))
                .isProfile()
                .hasUnverifiedEmail("ana@example.com")
                .hasNoWarnings();
    }

    @Test
    @DisplayName("without an account's address among those of a Google+ person, gives none")
    void noAccountAddress() {
        assertThat(normalization("{\"id\": \"1\", \"emails\": [{\"type\": \"work\", \"value\": \"a@example.com\"}]}"))
                .isProfile()
                .hasNo(EMAIL)
                .hasNoWarnings();
        assertThat(normalization("{\"id\": \"1\", \"emails\": \"a@example.com\"}"))
                .isProfile()
                .hasNo(EMAIL)
                .hasWarning(WRONG_TYPE, "emails");
    }

    @Test
    @DisplayName("reports errors in documents without a subject")
    void errors() {
        assertThat(normalization("{\"error\": {\"code\": 401, \"status\": \"UNAUTHENTICATED\"}}"))
                .isRefusedWith(RefusalCode.PROVIDER_ERROR);
        assertThat(normalization("{\"error\": \"invalid_request\", \"error_description\": \"Invalid Credentials\"}"))
                .isRefusedWith(RefusalCode.PROVIDER_ERROR);
        assertThat(normalization("{\"error\": null, \"sub\": \"1\"}"))
                .isProfile()
                .hasSubject("1");
        assertThat(normalization("{\"error\": null, \"id\": \"1\"}"))
                .isProfile()
                .hasSubject("1");
    }

    @Test
    @DisplayName("keeps hd, which alone proves membership of a domain, as a raw claim")
    void hostedDomain() {
        assertThat(normalization("{\"sub\": \"1\", \"hd\": \"example.com\", \"iss\": \"https://accounts.google.com\"}"))
                .isProfile()
                .hasProfileData("{\"sub\": \"1\", \"hd\": \"example.com\"}");
    }
}
