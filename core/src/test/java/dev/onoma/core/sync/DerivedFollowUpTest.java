package dev.onoma.core.sync;

import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Derived values at later logins")
class DerivedFollowUpTest {
    private static final String ADA = "{'sub':'1','given_name':'Ada'}";

    private static World world(SyncRule ruleOfName) {
        return World.of(
                Tables.connection(Tables.SOCIAL).syncPolicy(SyncPolicy.ON_EACH_LOGIN.override(NAME, ruleOfName)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_EACH_LOGIN", "UNTIL_EDITED", "WHEN_EMPTY"})
    @DisplayName("M6: a derived name follows what it is derived from, where the rule lets the login write")
    void follows(SyncRule rule) {
        World world = world(rule);
        world.login("social", ADA);

        LoginResult.Accepted login = world.login("social", "{'sub':'1','given_name':'Augusta'}");

        assertThat(login.after().name()).hasValue("Augusta");
        assertThat(World.decision(login, NAME).action()).isEqualTo(Action.DERIVED);
    }

    @Test
    @DisplayName("M6 S3: under on_first_login a derived name stays as it was at creation")
    void staysUnderFirst() {
        World world = world(SyncRule.ON_FIRST_LOGIN);
        world.login("social", ADA);

        LoginResult.Accepted login = world.login("social", "{'sub':'1','given_name':'Augusta'}");

        assertThat(login.after().name()).hasValue("Ada");
        assertThat(World.decision(login, NAME).reason()).isEqualTo(Reason.CREATION_ONLY);
    }

    @Test
    @DisplayName("S4: under an override never_on_login nothing is derived either")
    void neverDerived() {
        World world = world(SyncRule.NEVER_ON_LOGIN);

        assertThat(world.login("social", ADA).after().name()).isEmpty();
        assertThat(world.login("social", ADA).after().name()).isEmpty();
    }

    @Test
    @DisplayName("M6: a derived value never replaces a given one")
    void notOverGiven() {
        World world = world(SyncRule.ON_EACH_LOGIN);
        world.login("social", "{'sub':'1','name':'Countess'}");

        LoginResult.Accepted login = world.login("social", ADA);

        assertThat(login.after().name()).hasValue("Countess");
        assertThat(World.decision(login, NAME).action()).isEqualTo(Action.KEPT);
    }

    @Test
    @DisplayName("M6: a derived value never replaces an edited one")
    void notOverEdited() {
        World world = world(SyncRule.UNTIL_EDITED);
        world.userEdits(world.login("social", ADA).after(), "{'set':{'name':'Mine'}}");

        assertThat(world.login("social", "{'sub':'1','given_name':'Augusta'}")
                        .after()
                        .name())
                .hasValue("Mine");
    }

    @Test
    @DisplayName("S10: a given value takes over from an equal derived one; its owner changes and nothing else")
    void takesOver() {
        World world = world(SyncRule.ON_EACH_LOGIN);
        world.login("social", ADA);

        LoginResult.Accepted login = world.login("social", "{'sub':'1','name':'Ada','given_name':'Ada'}");

        assertThat(login.after().name()).hasValue("Ada");
        assertThat(World.owner(login.after(), NAME)).hasValue(new Owner("social"));
        assertThat(World.decision(login, NAME).reason()).isEqualTo(Reason.TAKES_OVER);
        assertThat(login.outcome()).isEqualTo(LoginOutcome.UPDATED);
    }

    @Test
    @DisplayName("M2: an unreadable name keeps the derived one that is stored")
    void unreadableKeepsDerived() {
        World world = world(SyncRule.ON_EACH_LOGIN);
        world.login("social", ADA);

        LoginResult.Accepted login = world.login("social", "{'sub':'1','name':7,'given_name':'Augusta'}");

        assertThat(login.after().name()).hasValue("Ada");
        assertThat(World.decision(login, NAME).reason()).isEqualTo(Reason.SENT_UNREADABLE);
        assertThat(World.decision(login, NAME).rule()).isEqualTo("M2");
    }

    @Test
    @DisplayName("M6: null or a source that was not consulted lets a derived name follow all the same")
    void followsWhenNull() {
        World world = world(SyncRule.ON_EACH_LOGIN);
        world.login("social", ADA);

        assertThat(world.login("social", "{'sub':'1','name':null,'given_name':'Augusta'}")
                        .after()
                        .name())
                .hasValue("Augusta");
    }

    @Test
    @DisplayName("M6: nothing is derived from what is derived: the nickname does not come from a derived name")
    void notFromDerived() {
        World world = world(SyncRule.ON_EACH_LOGIN);

        LoginResult.Accepted login = world.login("social", "{'sub':'subject-1','family_name':'Lovelace'}");

        assertThat(login.after().name()).hasValue("subject-1");
        assertThat(login.after().text(NICKNAME)).hasValue("subject-1");
    }

    @Test
    @DisplayName("M6: an edited value feeds derived ones, for somebody gave it")
    void fromEdited() {
        World world = World.of(Tables.connection(Tables.SOCIAL)
                .syncPolicy(SyncPolicy.ON_EACH_LOGIN.override(GIVEN_NAME, SyncRule.UNTIL_EDITED)));
        world.userEdits(world.login("social", ADA).after(), "{'set':{'given_name':'Mine'}}");

        assertThat(world.login("social", ADA).after().name()).hasValue("Mine");
    }

    @Test
    @DisplayName("M6: nickname and picture follow a changed address")
    void allFollow() {
        World world = World.of(Tables.connection(Tables.SOCIAL).leakAddressHashToGravatar());
        world.login("social", "{'sub':'1','email':'ada@example.org'}");

        LoginResult.Accepted login = world.login("social", "{'sub':'1','email':'new@example.org'}");

        assertThat(login.after().text(NICKNAME)).hasValue("new");
        assertThat(login.after().text(PICTURE))
                .isNotEqualTo(login.before().orElseThrow().text(PICTURE));
    }
}
