package dev.onoma.core.sync;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Clearing what a provider takes back")
class ClearingTest {
    private static final String FULL = "{'sub':'1','name':'Ada L','given_name':'Ada','family_name':'Lovelace',"
            + "'nickname':'al','picture':'https://example.org/a.png','email':'ada@example.org',"
            + "'email_verified':true,'phone_number':'+4411','phone_verified':true}";
    private static final String NULLS = "{'sub':'1','name':null,'given_name':null,'family_name':null,"
            + "'nickname':null,'picture':null,'email':null,'phone_number':null}";
    private static final String NOTHING = "{'sub':'1'}";

    private static LoginResult.Accepted second(SyncPolicy policy, String claims) {
        World world = World.of(Tables.connection(Tables.SOCIAL).syncPolicy(policy));
        world.login("social", FULL);
        return world.login("social", claims);
    }

    @ParameterizedTest
    @EnumSource(names = {"GIVEN_NAME", "FAMILY_NAME", "PICTURE", "EMAIL", "PHONE_NUMBER"})
    @DisplayName("S2: under clear_on_null, null clears that attribute, a pair with its flag, and no other")
    void nullClears(RootAttribute attribute) {
        LoginResult.Accepted login = second(SyncPolicy.ON_EACH_LOGIN.clearOnNull(attribute), NULLS);

        assertThat(login.after().root())
                .isEqualTo(login.before().orElseThrow().root().without(attribute));
        assertThat(World.decision(login, attribute).action()).isEqualTo(Action.CLEARED);
        assertThat(World.decision(login, attribute).reason()).isEqualTo(Reason.CLEARED_BY_NULL);
        assertThat(World.decision(login, attribute).owner()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GIVEN_NAME", "FAMILY_NAME", "PICTURE", "PHONE_NUMBER"})
    @DisplayName("S2: under clear_on_absent, absence clears that attribute and no other")
    void absenceClears(RootAttribute attribute) {
        LoginResult.Accepted login = second(SyncPolicy.ON_EACH_LOGIN.clearOnAbsent(attribute), NOTHING);

        assertThat(login.after().root())
                .isEqualTo(login.before().orElseThrow().root().without(attribute));
        assertThat(World.decision(login, attribute).reason()).isEqualTo(Reason.CLEARED_BY_ABSENCE);
    }

    @Test
    @DisplayName("S2: a blank text is absent")
    void blank() {
        LoginResult.Accepted login =
                second(SyncPolicy.ON_EACH_LOGIN.clearOnAbsent(GIVEN_NAME), "{'sub':'1','given_name':' '}");

        assertThat(login.after().text(GIVEN_NAME)).isEmpty();
    }

    @Test
    @DisplayName("S2: clear_on_null does not clear what is absent, nor clear_on_absent what is null")
    void notTheOther() {
        assertThat(second(SyncPolicy.ON_EACH_LOGIN.clearOnNull(GIVEN_NAME), NOTHING)
                        .after()
                        .text(GIVEN_NAME))
                .hasValue("Ada");
        assertThat(second(SyncPolicy.ON_EACH_LOGIN.clearOnAbsent(GIVEN_NAME), NULLS)
                        .after()
                        .text(GIVEN_NAME))
                .hasValue("Ada");
    }

    @Test
    @DisplayName("S2: an unreadable value never clears, whatever the options")
    void unreadable() {
        SyncPolicy policy = SyncPolicy.ON_EACH_LOGIN.clearOnNull(GIVEN_NAME).clearOnAbsent(GIVEN_NAME);

        assertThat(second(policy, "{'sub':'1','given_name':7}").after().text(GIVEN_NAME))
                .hasValue("Ada");
    }

    @Test
    @DisplayName("S2: absence counts only when every source that could hold the value was consulted")
    void notConsulted() {
        World world = World.of(
                Tables.connection(Tables.SOCIAL).syncPolicy(SyncPolicy.ON_EACH_LOGIN.clearOnAbsent(GIVEN_NAME)));
        world.login("social", FULL);

        LoginResult.Accepted login =
                world.login(Login.of("social", World.userinfo(NOTHING).notConsulted(Evidence.GRAPH_API_RESPONSE)));

        assertThat(login.after().text(GIVEN_NAME)).hasValue("Ada");
        assertThat(World.decision(login, GIVEN_NAME).reason()).isEqualTo(Reason.NOT_CONSULTED);
    }

    @Test
    @DisplayName("S2: that absence clears an e-mail address cannot be asked for")
    void emailNeverByAbsence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyncPolicy.ON_EACH_LOGIN.clearOnAbsent(EMAIL))
                .withMessage("clear_on_absent cannot name email: absence never clears an address");
    }

    @Test
    @DisplayName("S2 M6: what is cleared is derived at once, in one decision")
    void derivedInstead() {
        LoginResult.Accepted login =
                second(SyncPolicy.ON_EACH_LOGIN.clearOnNull(NAME), "{'sub':'1','name':null,'given_name':'Augusta'}");

        assertThat(login.after().name()).hasValue("Augusta Lovelace");
        assertThat(World.owner(login.after(), NAME)).hasValue(Owner.DERIVED);
        assertThat(World.decision(login, NAME).action()).isEqualTo(Action.DERIVED);
        assertThat(World.decision(login, NAME).reason()).isEqualTo(Reason.DERIVED_INSTEAD);
        assertThat(login.decisions())
                .filteredOn(decision -> decision.attribute() == NAME)
                .hasSize(1);
    }

    @Test
    @DisplayName("S2 S10: clearing twice is clearing once")
    void twice() {
        World world = World.of(Tables.connection(Tables.SOCIAL)
                .syncPolicy(SyncPolicy.ON_EACH_LOGIN.clearOnNull(NAME).clearOnNull(PHONE_NUMBER)));
        world.login("social", FULL);
        world.login("social", NULLS);

        LoginResult.Accepted again = world.login("social", NULLS);

        assertThat(again.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(again.after().text(PHONE_NUMBER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_FIRST_LOGIN", "NEVER_ON_LOGIN", "WHEN_EMPTY"})
    @DisplayName("S2 S3 S4: where the rule does not let the login write, nothing is cleared")
    void ruleForbids(SyncRule rule) {
        World world = World.of(Tables.connection(Tables.SOCIAL));
        world.login("social", FULL);
        World stricter = world.configured(Tables.connection(Tables.SOCIAL)
                .syncPolicy(SyncPolicy.ON_EACH_LOGIN.clearOnNull(GIVEN_NAME).override(GIVEN_NAME, rule)));

        assertThat(stricter.login("social", NULLS).after().text(GIVEN_NAME)).hasValue("Ada");
    }

    @Test
    @DisplayName("S3: under until_edited, null clears the provider's value but not an edited one")
    void untilEdited() {
        World world = World.of(Tables.connection(Tables.SOCIAL)
                .syncPolicy(
                        SyncPolicy.ON_EACH_LOGIN.clearOnNull(GIVEN_NAME).override(GIVEN_NAME, SyncRule.UNTIL_EDITED)));
        world.userEdits(world.login("social", FULL).after(), "{'set':{'given_name':'Mine'}}");
        String other = FULL.replace("'sub':'1'", "'sub':'2'");
        world.login("social", other);

        assertThat(world.login("social", NULLS).after().text(GIVEN_NAME)).hasValue("Mine");
        assertThat(world.login("social", NULLS.replace("'1'", "'2'")).after().text(GIVEN_NAME))
                .isEmpty();
    }
}
