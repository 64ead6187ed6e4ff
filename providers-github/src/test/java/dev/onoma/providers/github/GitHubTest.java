package dev.onoma.providers.github;

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
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.ProviderKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("GitHub")
class GitHubTest {
    private final Connection github = GitHub.connection("github").build();

    private Normalization normalization(String json) {
        return github.normalize(Claims.of((JsonObject) JsonValue.parse(json), Evidence.USERINFO_RESPONSE));
    }

    @Test
    @DisplayName("is a social provider that overwrites at each login, links nobody and vouches for no address")
    void preset() {
        assertThat(github.provider().name()).isEqualTo("github");
        assertThat(github.provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(github.provider().isOpenIdConnect()).isFalse();
        assertThat(github.syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
        assertThat(github.linkPolicy()).isEqualTo(LinkPolicy.NEVER);
        assertThat(github.emailTrust()).isEqualTo(EmailTrust.fromClaim());
    }

    @Test
    @DisplayName("takes neither the first address of the list nor the last for the primary and verified one")
    void order() {
        assertThat(normalization("""
                        {"id": 1, "emails": [
                         {"email": "first@example.com", "verified": true, "primary": false}, "text@example.com", null,
                         {"primary": true, "verified": true}, {"email": 7, "primary": true, "verified": true},
                         {"email": "right@example.com", "verified": true, "primary": true},
                         {"email": "last@example.com", "verified": true, "primary": false}]}
                        """))
                .isProfile()
                .hasVerifiedEmail("right@example.com")
                .hasNoWarnings();
    }

    @Test
    @DisplayName("takes no claim of /user for a flag of the address")
    void noFlag() {
        assertThat(normalization("{\"id\": 1, \"email\": \"ana@example.com\", \"verified\": true}"))
                .isProfile()
                .hasUnverifiedEmail("ana@example.com");
    }

    @Test
    @DisplayName("reports errors in documents without an id")
    void errors() {
        assertThat(normalization("{\"message\": \"Requires authentication\", \"status\": \"401\"}"))
                .isRefusedWith(RefusalCode.PROVIDER_ERROR);
        assertThat(normalization("{\"message\": \"hello\", \"id\": 1}"))
                .isProfile()
                .hasSubject("1");
    }
}
