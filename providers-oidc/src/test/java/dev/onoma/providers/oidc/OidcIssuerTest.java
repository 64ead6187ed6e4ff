package dev.onoma.providers.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.ProviderKind;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An OpenID Connect issuer")
class OidcIssuerTest {
    private static final String TENANT = "11111111-2222-3333-4444-555555555555";

    @Test
    @DisplayName("M1: pins its connections to its name")
    void idSpace() {
        Connection connection =
                OidcIssuer.of("https://tenant.eu.auth0.com/").connection("sso").build();

        assertThat(connection.idSpace()).contains("https://tenant.eu.auth0.com/");
        assertThat(connection.provider().name()).isEqualTo("oidc");
        assertThat(connection.provider().isOpenIdConnect()).isTrue();
        assertThat(connection.provider().kind()).isEqualTo(ProviderKind.ENTERPRISE);
    }

    @Test
    @DisplayName("has the names that vendors give theirs")
    void presets() {
        assertThat(OidcIssuer.keycloak("https://login.example.com/", "staff").name())
                .isEqualTo("https://login.example.com/realms/staff");
        assertThat(OidcIssuer.keycloak("https://login.example.com/auth", "staff")
                        .name())
                .isEqualTo("https://login.example.com/auth/realms/staff");
        assertThat(OidcIssuer.okta("example.okta.com").name()).isEqualTo("https://example.okta.com");
        assertThat(OidcIssuer.okta("example.okta.com", "default").name())
                .isEqualTo("https://example.okta.com/oauth2/default");
        assertThat(OidcIssuer.gitLab().name()).isEqualTo("https://gitlab.com");
        assertThat(OidcIssuer.gitLab("https://git.example.com/").name()).isEqualTo("https://git.example.com");
        assertThat(OidcIssuer.linkedIn().name()).isEqualTo("https://www.linkedin.com/oauth");
        assertThat(OidcIssuer.entra(TENANT).name()).isEqualTo("https://login.microsoftonline.com/" + TENANT + "/v2.0");
        assertThat(OidcIssuer.of("https://i.example.com")).hasToString("OidcIssuer[https://i.example.com]");
    }

    @Test
    @DisplayName("of several Entra tenants is asked at another address than its name")
    void tenants() {
        OidcIssuer named = OidcIssuer.entraOf(Set.of(TENANT));
        OidcIssuer any = OidcIssuer.entraOfAnyTenant();

        assertThat(named.name()).isEqualTo("https://login.microsoftonline.com/{tenantid}/v2.0");
        assertThat(named.discovery()).isEqualTo(URI.create("https://login.microsoftonline.com/organizations/v2.0"));
        assertThat(named.tenants()).containsExactly(TENANT);
        assertThat(named.hasTenants()).isTrue();
        assertThat(any.discovery()).isEqualTo(URI.create("https://login.microsoftonline.com/common/v2.0"));
        assertThat(any.tenants()).isEmpty();
        assertThat(any.hasTenants()).isTrue();
        assertThat(OidcIssuer.entra(TENANT).hasTenants()).isFalse();
    }

    @Test
    @DisplayName("open to everybody is a social one; an organization's own is not")
    void kinds() {
        assertThat(OidcIssuer.gitLab().provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(OidcIssuer.linkedIn().provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(OidcIssuer.gitLab("https://git.example.com").provider().kind())
                .isEqualTo(ProviderKind.ENTERPRISE);
        assertThat(OidcIssuer.gitLab("https://git.example.com").provider().name())
                .isEqualTo("oidc");
    }

    @Test
    @DisplayName("is refused under a name that leads elsewhere")
    void wrongNames() {
        for (String realm : new String[] {"", "a/b", "a?b", "..%2f", "a b"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> OidcIssuer.keycloak("https://k", realm));
            assertThatIllegalArgumentException().isThrownBy(() -> OidcIssuer.okta("example.okta.com", realm));
        }
        for (String domain : new String[] {"", "https://example.okta.com", "example.okta.com/x", "user@okta.com"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> OidcIssuer.okta(domain));
        }
        for (String tenant : new String[] {"", "common", "contoso.onmicrosoft.com", TENANT.replace('1', 'A')}) {
            assertThatIllegalArgumentException().isThrownBy(() -> OidcIssuer.entra(tenant));
            assertThatIllegalArgumentException().isThrownBy(() -> OidcIssuer.entraOf(Set.of(tenant)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> OidcIssuer.entraOf(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> OidcIssuer.of("https:// x"));
    }
}
