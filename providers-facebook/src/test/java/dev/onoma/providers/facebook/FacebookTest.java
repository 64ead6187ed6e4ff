package dev.onoma.providers.facebook;

import static dev.onoma.core.attribute.RootAttribute.PICTURE;
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
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Facebook")
class FacebookTest {
    private static Claims claims(String json) {
        return Claims.of((JsonObject) JsonValue.parse(json), Evidence.GRAPH_API_RESPONSE);
    }

    @Test
    @DisplayName("is a social provider that overwrites at each login, links nobody and vouches for no address")
    void preset() {
        Connection facebook = Facebook.connection("facebook").build();

        assertThat(facebook.provider().name()).isEqualTo("facebook");
        assertThat(facebook.provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(facebook.syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
        assertThat(facebook.linkPolicy()).isEqualTo(LinkPolicy.NEVER);
        assertThat(facebook.emailTrust()).isEqualTo(EmailTrust.fromClaim());
    }

    @Test
    @DisplayName("takes no claim for a flag of the address, whatever it is called")
    void noFlag() {
        Connection facebook = Facebook.connection("facebook").build();

        assertThat(facebook.normalize(claims("""
                        {"id": "1", "email": "ana@example.com", "verified": true, "is_verified": true,
                         "email_verified": true}
                        """))).isProfile().hasUnverifiedEmail("ana@example.com");
    }

    @Test
    @DisplayName("takes a silhouette for no picture, in each way of saying so")
    void silhouettes() {
        Connection facebook = Facebook.connection("facebook").build();
        String picture =
                "{\"id\": \"1\", \"picture\": {\"data\": {\"url\": \"https://x.example/1\", \"is_silhouette\": %s}}}";

        assertThat(facebook.normalize(claims(picture.formatted("true"))))
                .isProfile()
                .hasNo(PICTURE);
        assertThat(facebook.normalize(claims(picture.formatted("\"true\""))))
                .isProfile()
                .hasNo(PICTURE);
        assertThat(facebook.normalize(claims(picture.formatted("false"))))
                .isProfile()
                .hasText(PICTURE, "https://x.example/1");
        assertThat(facebook.normalize(claims(picture.formatted("1"))))
                .isProfile()
                .hasText(PICTURE, "https://x.example/1");
    }

    @Test
    @DisplayName("M1: gives ids for one app: a connection that is moved to another app refuses its logins")
    void appScopedIds() {
        InMemoryUserStore store = new InMemoryUserStore();
        Login login = Login.of("facebook", claims("{\"id\": \"10158400000000000\"}"));

        assertThat(processor(store, "app-1").login(login)).isCreated();
        assertThat(processor(store, "app-2").login(login)).isRefusedWith(RefusalCode.ID_SPACE_CHANGED);
        store.repin("facebook", "app-2");
        assertThat(processor(store, "app-2").login(login)).isUnchanged();
    }

    private static LoginProcessor processor(InMemoryUserStore store, String app) {
        return LoginProcessor.builder(store)
                .connection(Facebook.connection("facebook").idSpace(app).build())
                .clock(TestClock.fixed())
                .build();
    }
}
