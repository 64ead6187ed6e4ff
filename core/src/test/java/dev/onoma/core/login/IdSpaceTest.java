package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The id space of a connection")
class IdSpaceTest {
    private static final String ADA = "{'sub':'1'}";

    private final World first = World.of(Tables.connection(Tables.COMPANY).idSpace("https://issuer.example"));

    private World pointedElsewhere() {
        return first.configured(Tables.connection(Tables.COMPANY).idSpace("https://other.example"));
    }

    @Test
    @DisplayName("M1: it is pinned by the first login")
    void pinned() {
        first.login("company", ADA);

        assertThat(first.store.pinned("company")).hasValue("https://issuer.example");
    }

    @Test
    @DisplayName("M1: pointed elsewhere, the connection's logins are refused, and nobody is taken for a stranger")
    void elsewhere() {
        first.login("company", ADA);

        LoginResult.Refused login = pointedElsewhere().refused("company", ADA);

        assertThat(login.reason())
                .isEqualTo(new Refusal(
                        RefusalCode.ID_SPACE_CHANGED,
                        "connection \"company\" is configured for another id space than it was first used with; an"
                                + " administrator can accept the change by name"));
        assertThat(first.find("company|1").orElseThrow().counters().logins()).isEqualTo(1);
        assertThat(pointedElsewhere()
                        .logins
                        .preview(World.loginOf("company", ADA))
                        .refusal())
                .isEqualTo(login.refusal());
    }

    @Test
    @DisplayName("M1: once an administrator has accepted the change by name, logins are accepted")
    void repinned() {
        first.login("company", ADA);
        World elsewhere = pointedElsewhere();
        elsewhere.refused("company", ADA);

        first.store.repin("company", "https://other.example");

        assertThat(elsewhere.login("company", ADA).outcome()).isEqualTo(LoginOutcome.UNCHANGED);
    }

    @Test
    @DisplayName("M1: claims that are refused pin nothing")
    void refusedClaims() {
        first.refused("company", "{'name':'no subject'}");

        assertThat(first.store.pinned("company")).isEmpty();
    }

    @Test
    @DisplayName("M1: a store that cannot pin needs somebody who can")
    void nowhereToPin() {
        UserStore plain = new UserStore() {
            @Override
            public Optional<StoredUser> find(UserId id) {
                return first.store.find(id);
            }

            @Override
            public Optional<StoredUser> find(IdentityKey key) {
                return first.store.find(key);
            }

            @Override
            public List<StoredUser> candidates(EmailAddress address, int limit) {
                return first.store.candidates(address, limit);
            }

            @Override
            public void write(UserChange change) {
                first.store.write(change);
            }
        };
        LoginProcessor.Builder builder = LoginProcessor.builder(plain).connections(first.connections);

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("a connection names an id space, but the store cannot pin it: give idSpaces(…)");

        builder.idSpaces(first.store)
                .build()
                .login(World.loginOf("company", ADA))
                .orElseThrow();
        assertThat(first.store.pinned("company")).hasValue("https://issuer.example");
    }
}
