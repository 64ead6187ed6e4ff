package dev.onoma.providers.apple;

import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.RootAttribute;
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
import dev.onoma.core.user.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Apple")
class AppleTest {
    private static final Claims TOKEN = claims(
            "{\"sub\":\"001473.fe6f.2039\",\"email\":\"ada@example.org\",\"email_verified\":\"true\"}",
            Evidence.VERIFIED_ID_TOKEN);
    private static final Claims FORM =
            claims("{\"name\":{\"firstName\":\"Ada\",\"lastName\":\"Lovelace\"}}", Evidence.UNSIGNED_FORM);

    private static Claims claims(String json, Evidence evidence) {
        return Claims.of((JsonObject) JsonValue.parse(json), evidence);
    }

    private static User logIn(Connection connection, Claims first, Claims then) {
        LoginProcessor logins = LoginProcessor.builder(new InMemoryUserStore())
                .connection(connection)
                .build();
        logins.login(Login.of("apple", first)).orElseThrow();
        return logins.login(Login.of("apple", then)).orElseThrow();
    }

    @Test
    @DisplayName("is a social OpenID Connect provider that overwrites at each login")
    void preset() {
        Connection apple = Apple.connection("apple").build();

        assertThat(apple.provider().name()).isEqualTo("apple");
        assertThat(apple.provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(apple.provider().isOpenIdConnect()).isTrue();
        assertThat(apple.syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
    }

    @Test
    @DisplayName("has subjects of one team's, which can be pinned")
    void idSpace() {
        assertThat(Apple.connection("apple").build().idSpace()).isEmpty();
        assertThat(Apple.connection("apple", "ABCDE12345").build().idSpace()).contains("ABCDE12345");
    }

    @Test
    @DisplayName("a later login without a name keeps the one of the first, even where absence clears")
    void laterLogin() {
        Connection clearing = Apple.connection("apple")
                .syncPolicy(SyncPolicy.ON_EACH_LOGIN
                        .clearOnAbsent(RootAttribute.NAME)
                        .clearOnAbsent(GIVEN_NAME))
                .build();

        User ada = logIn(clearing, TOKEN.and(FORM), TOKEN.notConsulted(Evidence.UNSIGNED_FORM));

        assertThat(ada.name()).contains("Ada Lovelace");
        assertThat(ada.text(GIVEN_NAME)).contains("Ada");
        assertThat(ada.counters().logins()).isEqualTo(2);
    }

    @Test
    @DisplayName("a name that comes later takes the place of the one that was derived")
    void laterName() {
        Connection apple = Apple.connection("apple").build();

        assertThat(logIn(apple, TOKEN, TOKEN).name()).contains("ada@example.org");
        assertThat(logIn(apple, TOKEN, TOKEN.and(FORM)).name()).contains("Ada Lovelace");
    }

    @Test
    @DisplayName("an address that nobody signed never becomes the user's, nor verifies another")
    void unsignedAddress() {
        Claims token = claims("{\"sub\":\"001473.fe6f.2039\"}", Evidence.VERIFIED_ID_TOKEN);
        Claims form = claims(
                "{\"email\":\"victim@example.com\",\"email_verified\":true,\"sub\":\"001473.fe6f.2039\"}",
                Evidence.UNSIGNED_FORM);

        User user = logIn(Apple.connection("apple").build(), token.and(form), token.and(form));

        assertThat(user.email()).isEmpty();
        assertThat(user.isEmailVerified()).isFalse();
    }
}
