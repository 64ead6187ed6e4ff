package dev.onoma.providers.oidc;

import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.USERNAME;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("OpenID Connect")
class OidcTest {
    private static final String ISSUER = "https://idp.example.com";

    private final InMemoryUserStore store = new InMemoryUserStore();
    private final Login login = Login.of("sso", claims("{\"sub\": \"248289761001\"}"));

    private static Claims claims(String json) {
        return Claims.of((JsonObject) JsonValue.parse(json), Evidence.USERINFO_RESPONSE);
    }

    private LoginProcessor processor(String issuer) {
        return LoginProcessor.builder(store)
                .connection(Oidc.connection("sso", issuer).build())
                .clock(TestClock.fixed())
                .build();
    }

    @Test
    @DisplayName("is an organization's provider whose subjects are the issuer's")
    void preset() {
        Connection sso = Oidc.connection("sso", ISSUER).build();

        assertThat(sso.provider().name()).isEqualTo("oidc");
        assertThat(sso.provider().kind()).isEqualTo(ProviderKind.ENTERPRISE);
        assertThat(sso.provider().isOpenIdConnect()).isTrue();
        assertThat(sso.syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
        assertThat(sso.idSpace()).contains(ISSUER);
    }

    @Test
    @DisplayName("M1: pins the issuer at the first login, and refuses the logins of another")
    void pinsTheIssuer() {
        assertThat(processor(ISSUER).login(login)).isCreated().user().hasId("oidc|sso|248289761001");
        assertThat(store.pinned("sso")).contains(ISSUER);

        assertThat(processor("https://evil.example.com").login(login)).isRefusedWith(RefusalCode.ID_SPACE_CHANGED);
        assertThat(processor(ISSUER).login(login)).isUnchanged();
    }

    @Test
    @DisplayName("M1: follows an issuer that moved once an administrator has accepted it by name")
    void followsTheIssuer() {
        assertThat(processor(ISSUER).login(login)).isCreated();

        store.repin("sso", "https://new.example.com");

        assertThat(processor("https://new.example.com").login(login)).isUnchanged();
        assertThat(processor(ISSUER).login(login)).isRefusedWith(RefusalCode.ID_SPACE_CHANGED);
    }

    @Test
    @DisplayName("M1: a preview pins nothing")
    void previewPinsNothing() {
        assertThat(processor(ISSUER).preview(login)).isCreated();

        assertThat(store.pinned("sso")).isEmpty();
    }

    @Test
    @DisplayName("needs an issuer with a name")
    void blankIssuer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Oidc.connection("sso", " "))
                .withMessage("an id space must have a name");
    }

    @Test
    @DisplayName("keeps preferred_username, which may change hands, as a raw claim only")
    void preferredUsername() {
        assertThat(Oidc.connection("sso", ISSUER)
                        .build()
                        .normalize(claims("{\"sub\": \"1\", \"preferred_username\": \"jane\"}")))
                .isProfile()
                .hasNo(USERNAME)
                .derives(NICKNAME, "1")
                .hasProfileData("{\"sub\": \"1\", \"preferred_username\": \"jane\"}");
    }
}
