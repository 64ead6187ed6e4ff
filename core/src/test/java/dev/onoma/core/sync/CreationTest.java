package dev.onoma.core.sync;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.attribute.RootAttribute.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.User;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What the login that creates a user writes")
class CreationTest {
    private static final String ADA = "{'sub':'1','name':'Ada L','given_name':'Ada','family_name':'Lovelace',"
            + "'nickname':'al','picture':'https://example.org/a.png','email':'ada@example.org',"
            + "'email_verified':true,'phone_number':'+4411','phone_verified':true,'username':'Countess'}";

    @Test
    @DisplayName("S2: on_each_login writes all that was sent, owned by the connection")
    void everything() {
        World world = World.of(Tables.connection(Tables.SOCIAL));

        User user = world.login("social", ADA).after();

        assertThat(user.text(NAME)).hasValue("Ada L");
        assertThat(user.text(PICTURE)).hasValue("https://example.org/a.png");
        assertThat(user.text(PHONE_NUMBER)).hasValue("+4411");
        assertThat(user.root().toString())
                .isEqualTo("RootAttributes[name by social, given_name by social, family_name by social, nickname by"
                        + " social, picture by social, email by social, phone_number by social]");
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_EACH_LOGIN", "ON_FIRST_LOGIN", "UNTIL_EDITED", "WHEN_EMPTY"})
    @DisplayName("S3: every rule but never_on_login writes at creation")
    void writingRules(SyncRule rule) {
        World world = World.of(Tables.connection(Tables.DATABASE).syncPolicy(overridden(rule)));

        User user = world.login("database", ADA).after();

        assertThat(RootAttribute.ALL)
                .allSatisfy(
                        attribute -> assertThat(user.root().owner(attribute)).hasValue(new Owner("database")));
        assertThat(user.text(NAME)).hasValue("Ada L");
    }

    @Test
    @DisplayName("S4: an override never_on_login is not written even at creation, and refuses nobody")
    void never() {
        World world = World.of(Tables.connection(Tables.DATABASE).syncPolicy(overridden(SyncRule.NEVER_ON_LOGIN)));

        LoginResult.Accepted login = world.login("database", ADA);

        assertThat(login.after().root().toString()).isEqualTo("RootAttributes[]");
        assertThat(login.decisions()).hasSize(8).allSatisfy(decision -> {
            assertThat(decision.action()).isEqualTo(Action.KEPT);
            assertThat(decision.reason()).isEqualTo(Reason.NEVER);
        });
    }

    @Test
    @DisplayName("S5: the user name is written by database connections only, lower-cased")
    void username() {
        World social = World.of(Tables.connection(Tables.SOCIAL));
        World database = World.of(Tables.connection(Tables.DATABASE));

        assertThat(social.login("social", ADA).after().text(USERNAME)).isEmpty();
        assertThat(database.login("database", ADA).after().text(USERNAME)).hasValue("countess");
    }

    @Test
    @DisplayName("S5: a verified flag remembers who said so and when")
    void verification() {
        World world = World.of(Tables.connection(Tables.SOCIAL));

        User user = world.login("social", ADA).after();

        assertThat(user.root().pair(EMAIL).orElseThrow().verification())
                .hasValue(new Verification(new Owner("social"), MovableClock.START));
    }

    @Test
    @DisplayName("S5 M4: an address about which nothing is said is unverified")
    void unsaid() {
        World world = World.of(Tables.connection(Tables.SOCIAL));

        User user =
                world.login("social", "{'sub':'1','email':'ada@example.org'}").after();

        assertThat(user.isEmailVerified()).isFalse();
        assertThat(user.email()).hasValue("ada@example.org");
    }

    @Test
    @DisplayName("M6: what nobody gave is derived from what was given, and owned by nobody")
    void derived() {
        World world = World.of(Tables.connection(Tables.SOCIAL));

        LoginResult.Accepted login = world.login(
                "social", "{'sub':'1','given_name':'Ada','family_name':'Lovelace','email':'al@example.org'}");

        assertThat(login.after().name()).hasValue("Ada Lovelace");
        assertThat(login.after().text(NICKNAME)).hasValue("al");
        assertThat(login.after().text(PICTURE)).isEmpty();
        assertThat(World.owner(login.after(), NAME)).hasValue(Owner.DERIVED);
        assertThat(World.decision(login, NAME).action()).isEqualTo(Action.DERIVED);
        assertThat(World.decision(login, NAME).reason()).isEqualTo(Reason.DERIVED);
        assertThat(World.decision(login, NAME).rule()).isEqualTo("M6");
    }

    @Test
    @DisplayName("M6: an unreadable name at creation is derived, too")
    void derivedForUnreadable() {
        World world = World.of(Tables.connection(Tables.SOCIAL));

        User user =
                world.login("social", "{'sub':'1','name':7,'given_name':'Ada'}").after();

        assertThat(user.name()).hasValue("Ada");
        assertThat(World.owner(user, NAME)).hasValue(Owner.DERIVED);
    }

    @Test
    @DisplayName("M6: a picture is derived from Gravatar only where the connection asks for that leak")
    void gravatar() {
        World world = World.of(Tables.connection(Tables.SOCIAL).leakAddressHashToGravatar());

        User user =
                world.login("social", "{'sub':'1','email':'ada@example.org'}").after();

        assertThat(user.text(PICTURE).orElseThrow()).startsWith("https://www.gravatar.com/avatar/");
        assertThat(World.owner(user, PICTURE)).hasValue(Owner.DERIVED);
    }

    @Test
    @DisplayName("A decision is told for what was sent or is stored, and for nothing else")
    void decisions() {
        World world = World.of(Tables.connection(Tables.SOCIAL));

        LoginResult.Accepted login = world.login("social", "{'sub':'1','family_name':null,'picture':7}");

        assertThat(login.decisions())
                .extracting(Decision::attribute)
                .containsExactly(NAME, RootAttribute.FAMILY_NAME, NICKNAME, PICTURE);
        assertThat(login.after().root().has(GIVEN_NAME)).isFalse();
    }

    private static SyncPolicy overridden(SyncRule rule) {
        SyncPolicy policy = SyncPolicy.ON_FIRST_LOGIN;
        for (RootAttribute attribute : RootAttribute.ALL) {
            policy = policy.override(attribute, rule);
        }
        return policy;
    }
}
