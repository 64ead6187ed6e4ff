package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A login that brings a credential along")
class NamedLoginTest {
    private static final LoginName ADA = LoginName.of(EmailAddress.of("ada@example.com"));

    private final InMemoryUserStore store = new InMemoryUserStore();
    private final Connection connection = Connection.of(
                    "codes",
                    Provider.named("email")
                            .passwordless()
                            .subject("user_id")
                            .email("email", Flag.claim("email_verified"))
                            .build())
            .build();
    private final LoginProcessor logins =
            LoginProcessor.builder(store).connection(connection).build();

    private Login login(String subject) {
        JsonObject claims = JsonObject.builder()
                .put("user_id", subject)
                .put("email", "ada@example.com")
                .put("email_verified", true)
                .build();
        IdentityKey identity = new IdentityKey("codes", subject);
        return Login.of("codes", Claims.of(claims, Evidence.ANSWERED_MESSAGE, connection.limits()))
                .withCredential(Credential.of(identity, RootAttributes.NONE).named(ADA));
    }

    @Test
    @DisplayName("gives it to the identity that it makes")
    void made() {
        logins.login(login("1")).orElseThrow();

        assertThat(store.credentials().find("codes", ADA))
                .map(Credential::identity)
                .contains(new IdentityKey("codes", "1"));
    }

    @Test
    @DisplayName("leaves that of a known identity as it is")
    void known() {
        logins.login(login("1")).orElseThrow();
        long version = store.credentials().find("codes", ADA).orElseThrow().version();

        logins.login(login("1")).orElseThrow();

        assertThat(store.credentials().find("codes", ADA).orElseThrow().version())
                .isEqualTo(version);
    }

    @Test
    @DisplayName("makes nobody where another identity has its name")
    void taken() {
        logins.login(login("1")).orElseThrow();

        assertThatExceptionOfType(LoginNameTakenException.class).isThrownBy(() -> logins.login(login("2")));

        assertThat(store.find(new IdentityKey("codes", "2"))).isEmpty();
    }

    @Test
    @DisplayName("writes nothing in a preview")
    void preview() {
        logins.preview(login("1"));

        assertThat(store.credentials().find("codes", ADA)).isEmpty();
    }

    @Test
    @DisplayName("is a mistake where the store keeps no credentials")
    void noCredentials() {
        UserStore plain = new UserStore() {
            @Override
            public Optional<StoredUser> find(UserId id) {
                return store.find(id);
            }

            @Override
            public Optional<StoredUser> find(IdentityKey key) {
                return store.find(key);
            }

            @Override
            public List<StoredUser> candidates(EmailAddress address, int limit) {
                return store.candidates(address, limit);
            }

            @Override
            public void write(UserChange change) {
                store.write(change);
            }
        };
        LoginProcessor without =
                LoginProcessor.builder(plain).connection(connection).build();

        assertThatIllegalArgumentException().isThrownBy(() -> without.login(login("1")));
    }

    @Test
    @DisplayName("by a code that was sent verifies the address in its owner's name, not in the connection's")
    void verifier() {
        User user = logins.login(login("1")).orElseThrow();

        assertThat(user.root().pair(RootAttribute.EMAIL).flatMap(PairValue::verification))
                .map(Verification::by)
                .contains(Owner.USER);
    }
}
