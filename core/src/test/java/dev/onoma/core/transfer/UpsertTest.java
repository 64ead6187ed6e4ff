package dev.onoma.core.transfer;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An import that updates known users")
class UpsertTest {
    private static final String ID = "database|main|1";

    private final Importing world = new Importing();
    private User before;

    @BeforeEach
    void known() {
        world.imported("{'user_id':'1','email':'ada@example.org','email_verified':true,'username':'ada',"
                + "'phone_number':'+1','family_name':'Lovelace','user_metadata':{'a':1,'b':2},'app_metadata':{'c':3}}");
        before = world.user(ID);
        world.clock.move(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user_id':'1','username':'ada'",
                "'user_id':'database|main|1','phone_number':'+1'",
                "'email':'ADA@example.org'",
                "'username':'Ada'",
                "'phone_number':'+1'",
                "'email':'new@example.org','username':'ada'"
            })
    @DisplayName("finds them by id, else by the first of e-mail, user name and phone number that is known")
    void found(String keys) {
        assertThat(world.upserted("{" + keys + ",'given_name':'Augusta'}")).isEqualTo("0 1 0");

        User after = world.user(ID);
        assertThat(after.text(GIVEN_NAME)).hasValue("Augusta");
        assertThat(after.name()).hasValue("Augusta Lovelace");
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.updatedAt()).isEqualTo(world.clock.instant());
        assertThat(world.users.list(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    @DisplayName("what a row gives is the import's; what it does not give stays; metadata is replaced whole")
    void written() {
        world.upserted("{'user_id':'1','username':'ada','name':'Countess','user_metadata':{'a':9}}");

        User after = world.user(ID);
        assertThat(after.root().get(NAME)).hasValue(OwnedValue.of("Countess", Owner.IMPORT));
        assertThat(after.root().pair(EMAIL)).isEqualTo(before.root().pair(EMAIL));
        assertThat(after.userMetadata()).isEqualTo(World.json("{'a':9}"));
        assertThat(after.appMetadata()).isEqualTo(World.json("{'c':3}"));
        assertThat(world.users.events(after.id(), 10))
                .containsExactly(UserEvent.of(after.id(), world.clock.instant(), EventType.EDIT)
                        .detail("import"));
    }

    @Test
    @DisplayName("S10: a row that says what is stored changes nothing, and counts as updated")
    void unchanged() {
        assertThat(world.upserted("{'user_id':'1','email':'ada@example.org','username':'ada'}"))
                .isEqualTo("0 1 0");

        assertThat(world.user(ID)).isEqualTo(before);
        assertThat(world.users.events(before.id(), 10)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: verified {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        'email':'ada@example.org'; true
        'email':'Ada@Example.org'; true
        'email':'ada@example.org','email_verified':false; false
        'email':'new@example.org'; false
        'email':'new@example.org','email_verified':true; true
        """)
    @DisplayName("a changed address is unverified unless the row says otherwise; the same one keeps its verification")
    void verification(String email, boolean verified) {
        world.upserted("{'user_id':'1'," + email + "}");

        assertThat(world.user(ID).isEmailVerified()).isEqualTo(verified);
        assertThat(world.user(ID).primaryIdentity().profileData().get("email_verified"))
                .hasValue(JsonBoolean.of(verified));
    }

    @Test
    @DisplayName("an address is verified by the import that says so, and since then")
    void verifier() {
        world.upserted("{'user_id':'1','email':'new@example.org','email_verified':true}");

        assertThat(world.user(ID).root().pair(EMAIL))
                .hasValue(PairValue.verified(
                        "new@example.org",
                        new Verification(Owner.IMPORT, MovableClock.START.plus(Duration.ofDays(1)))));
    }

    @Test
    @DisplayName("what was derived from an address follows it")
    void derived() {
        world.upserted("{'user_id':'1','email':'countess@example.org'}");

        assertThat(world.user(ID).root().get(NICKNAME)).hasValue(OwnedValue.of("countess", Owner.DERIVED));
    }

    @Test
    @DisplayName("blocking and unblocking are no import's business")
    void blocked() {
        world.upserted(
                "{'user_id':'1','username':'ada','blocked':true,'name':'X'}",
                "{'user_id':'1','username':'ada','blocked':false,'name':'Y'}");

        assertThat(world.failures())
                .containsExactly("1 not_upsertable: blocked must not differ from what is stored: block or unblock the"
                        + " user");
        assertThat(world.user(ID).name()).hasValue("Y");
    }

    @Test
    @DisplayName("an unknown id makes a user, unless another has its address, user name or phone number")
    void conflicts() {
        assertThat(world.upserted(
                        "{'user_id':'2','email':'ada@example.org'}",
                        "{'user_id':'3','username':'bob'}",
                        "{'user_id':'3','email':'ada@example.org'}",
                        "{'email':'ada@example.org','username':'bob'}"))
                .isEqualTo("1 0 3");

        assertThat(world.failures())
                .containsExactly(
                        "1 conflict_email: a user at the connection has that email",
                        "3 conflict_email: another user at the connection has that email",
                        "4 conflict_username: another user at the connection has that username");
    }

    @Test
    @DisplayName("rows of one file that mean the same user are applied one after the other")
    void sameUser() {
        assertThat(world.upserted(
                        "{'user_id':'2','email':'bob@example.org','name':'Bob'}",
                        "{'email':'bob@example.org','email_verified':true,'username':'bob'}",
                        "{'username':'bob','email':'rob@example.org'}",
                        "{'user_id':'4','email':'bob@example.org'}"))
                .isEqualTo("2 2 0");

        User bob = world.user("database|main|2");
        assertThat(bob.email()).hasValue("rob@example.org");
        assertThat(bob.name()).hasValue("Bob");
        assertThat(bob.createdAt()).isEqualTo(world.clock.instant());
    }

    @Test
    @DisplayName("an address of several users means none of them")
    void ambiguous() {
        World logins = World.of(Importing.main());
        logins.login("main", "{'sub':'1','email':'ada@example.org'}");
        logins.login("main", "{'sub':'2','email':'ada@example.org'}");
        UserImport users = world.importing(logins.store).upsert().build();

        Importing.run(users, "{'email':'ada@example.org'}", "{'user_id':'1','email':'ada@example.org'}");

        assertThat(world.failures())
                .containsExactly(
                        "1 ambiguous_user: more than one user at the connection has that email",
                        "2 conflict_email: another user at the connection has that email");
    }

    @Test
    @DisplayName("a user linked from the connection is found by its identity, and keeps the other's attributes")
    void linked() {
        World logins = World.of(Tables.connection(Tables.SOCIAL), Connection.of("main", Tables.DATABASE));
        var social =
                logins.login("social", "{'sub':'9','name':'Social'}").proof().orElseThrow();
        var main = logins.login("main", "{'sub':'1','name':'Main'}").proof().orElseThrow();
        logins.linking().link(social, main).orElseThrow();
        UserImport users = world.importing(logins.store).upsert().build();

        assertThat(Importing.run(users, "{'user_id':'1','username':'ada'}")).isEqualTo("0 1 0");

        User user = logins.store.find(UserId.of("social|9")).orElseThrow().user();
        assertThat(user.name()).hasValue("Social");
        assertThat(user.text(USERNAME)).hasValue("ada");
        assertThat(user.identities().get(1).profileData().has("username")).isTrue();
        assertThat(user.identities().get(0).profileData().has("username")).isFalse();
    }
}
