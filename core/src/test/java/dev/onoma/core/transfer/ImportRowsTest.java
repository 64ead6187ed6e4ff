package dev.onoma.core.transfer;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.administration.Administration;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Rows of an import")
class ImportRowsTest {
    private final Importing world = new Importing();

    @Test
    @DisplayName("become users: attributes owned by the import, metadata, one identity at the connection")
    void user() {
        assertThat(world.imported("{'user_id':'7','email':'Ada@example.org','email_verified':true,'username':'Ada',"
                        + "'given_name':'Ada','family_name':'Lovelace','blocked':true,"
                        + "'user_metadata':{'plan':'gold'},'app_metadata':{'roles':['x']}}"))
                .isEqualTo("1 0 0");

        User user = world.user("database|main|7");
        assertThat(user.root().get(EMAIL))
                .hasValue(new OwnedValue(
                        PairValue.verified("Ada@example.org", new Verification(Owner.IMPORT, MovableClock.START)),
                        Owner.IMPORT));
        assertThat(user.root().get(USERNAME)).hasValue(OwnedValue.of("ada", Owner.IMPORT));
        assertThat(user.root().get(NAME)).hasValue(OwnedValue.of("Ada Lovelace", Owner.DERIVED));
        assertThat(user.root().get(NICKNAME)).hasValue(OwnedValue.of("Ada", Owner.DERIVED));
        assertThat(user.userMetadata()).isEqualTo(World.json("{'plan':'gold'}"));
        assertThat(user.appMetadata()).isEqualTo(World.json("{'roles':['x']}"));
        assertThat(user.isBlocked()).isTrue();
        assertThat(user.createdAt()).isEqualTo(MovableClock.START);
        assertThat(user.counters().logins()).isZero();
        assertThat(user.identities()).singleElement().satisfies(identity -> {
            assertThat(identity.connection()).isEqualTo("main");
            assertThat(identity.provider()).isEqualTo("database");
            assertThat(identity.subject()).isEqualTo("7");
            assertThat(identity.profileData())
                    .isEqualTo(World.json("{'email':'Ada@example.org','email_verified':true,'username':'ada',"
                            + "'given_name':'Ada','family_name':'Lovelace'}"));
        });
    }

    @Test
    @DisplayName("a login with what was imported is a returning one, and writes what it may")
    void login() {
        world.imported("{'user_id':'7','email':'ada@example.org'}");
        LoginProcessor logins = LoginProcessor.builder(world.users)
                .connection(Importing.main())
                .clock(world.clock)
                .build();

        assertThat(logins.login(World.loginOf("main", "{'sub':'7','email':'ada@example.org'}"))
                        .orElseThrow()
                        .id()
                        .value())
                .isEqualTo("database|main|7");
    }

    @ParameterizedTest(name = "{0} is {1}, with the identity {2}")
    @CsvSource({
        "abc, database|main|abc, abc",
        "auth0|abc, auth0|abc, abc",
        "auth0|a|b, auth0|a|b, a|b",
        "database|main|abc, database|main|abc, abc",
        "database|main|a|b, database|main|a|b, a|b",
        "database|other|abc, database|other|abc, other|abc"
    })
    @DisplayName("L6: keep the id they come with, or get the connection's prefix")
    void ids(String given, String id, String subject) {
        world.imported("{'user_id':'" + given + "','email':'ada@example.org'}");

        assertThat(world.user(id).primaryIdentity().subject()).isEqualTo(subject);
    }

    @Test
    @DisplayName("L6: a number is an id with its digits; without an id the subject is new")
    void otherIds() {
        world.imported(
                "{'user_id':12345678901234567890,'username':'a'}",
                "{'username':'b'}",
                "{'user_id':null,'username':'c'}");

        assertThat(world.users.list(Optional.empty(), 10))
                .extracting(user -> user.id().value())
                .containsExactly("database|main|12345678901234567890", "database|main|new1", "database|main|new2");
    }

    @Test
    @DisplayName("what is null is absent, an address without its flag is unverified, and null in metadata is no field")
    void nulls() {
        world.imported("{'user_id':'7','phone_number':'+385911234567','name':null,'email':null,'password_hash':null,"
                + "'user_metadata':{'a':null,'b':1},'app_metadata':null}");

        User user = world.user("database|main|7");
        assertThat(user.root().get(PHONE_NUMBER))
                .hasValue(new OwnedValue(PairValue.unverified("+385911234567"), Owner.IMPORT));
        assertThat(user.root().get(NAME)).hasValue(OwnedValue.of("+385911234567", Owner.DERIVED));
        assertThat(user.userMetadata()).isEqualTo(World.json("{'b':1}"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        {} ~ missing_identifier: a row must have an email, username or phone_number
        {'name':'Ada'} ~ missing_identifier: a row must have an email, username or phone_number
        {'email':'ada'} ~ invalid_value: email must be an e-mail address of at most 254 characters, 64 before the @
        {'email':5} ~ invalid_type: email must be a string, but is a number
        {'email':' '} ~ invalid_value: email must not be blank, nor hold NUL or lone surrogates
        {'username':'a\\u0000'} ~ invalid_value: username must not be blank, nor hold NUL or lone surrogates
        {'username':'a','email_verified':true} ~ invalid_value: email_verified needs email beside it
        {'username':'a','phone_verified':false} ~ invalid_value: phone_verified needs phone_number beside it
        {'email':'a@b','email_verified':'true'} ~ invalid_type: email_verified must be a boolean, but is a string
        {'username':'a','blocked':1} ~ invalid_type: blocked must be a boolean, but is a number
        {'username':'a','picture':'x'} ~ invalid_value: picture must be an absolute http or https URL of at most 2048 bytes
        {'username':'a','locale':'hr'} ~ unknown_field: there is no field "locale"
        {'username':'a','locale':null} ~ unknown_field: there is no field "locale"
        {'username':'a','created_at':'2020-01-01T00:00:00Z'} ~ unknown_field: there is no field "created_at"
        {'username':'a','x\\ny':1} ~ unknown_field: there is no field "x·y"
        {'username':'a','password_hash':'$2a$10$x'} ~ not_supported: password_hash cannot be stored
        {'username':'a','custom_password_hash':{}} ~ not_supported: custom_password_hash cannot be stored
        {'username':'a','mfa_factors':[]} ~ not_supported: mfa_factors cannot be stored
        {'username':'a','user_metadata':[]} ~ invalid_type: user_metadata must be an object, but is an array
        {'username':'a','user_metadata':{'a.b':1}} ~ forbidden_metadata: user_metadata must not have a field with . or $ in its name, or without a name
        {'username':'a','app_metadata':{'email':1}} ~ forbidden_metadata: app_metadata must not have a field named like one of the user's own
        {'username':'a','user_id':true} ~ invalid_type: user_id must be a string or an integer, but is a boolean
        {'username':'a','user_id':1.5} ~ invalid_type: user_id must be a string or an integer, but is a number
        {'username':'a','user_id':''} ~ invalid_value: user_id is blank
        {'username':'a','user_id':'auth0|'} ~ invalid_value: user_id is blank
        {'username':'a','user_id':'null'} ~ invalid_value: user_id is a placeholder, not an id
        {'username':'a','user_id':'|x'} ~ invalid_value: user_id has no provider before its |, or holds control characters or lone surrogates
        {'username':'a','user_id':'a\\tb|x'} ~ invalid_value: user_id has no provider before its |, or holds control characters or lone surrogates
        [] ~ object_required: a row must be an object, but is an array
        {'username':'a' ~ invalid_json: the document is not JSON (line 2, column 16)
        {'username':'a','username':'b'} ~ invalid_json: the document has a name twice in one object (line 2, column 17)
        """)
    @DisplayName("that are not acceptable fail by themselves, and say the field and the rule")
    void failures(String row, String failure) {
        String done = world.imported("{'username':'first'}", row, "{'username':'last'}");

        assertThat(world.failures()).hasSize(1);
        assertThat(world.failures().get(0)).startsWith("2 " + failure);
        assertThat(done).isEqualTo("2 0 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {420, 421})
    @DisplayName("L6: an id of 420 characters is kept, a longer one fails")
    void longIds(int length) {
        String id = "x".repeat(length - 4) + "|abc";

        String done = world.imported("{'username':'a','user_id':'" + id + "'}");

        assertThat(done).isEqualTo(length == 420 ? "1 0 0" : "0 0 1");
    }

    @Test
    @DisplayName("a row that means the user of the row before fails like any other duplicate")
    void twice() {
        world.imported(
                "{'user_id':'1','email':'ada@example.org','username':'ada','phone_number':'+1'}",
                "{'user_id':'1','email':'bob@example.org'}",
                "{'user_id':'2','email':'ADA@example.org'}",
                "{'user_id':'3','username':'Ada'}",
                "{'phone_number':'+1'}");

        assertThat(world.failures())
                .containsExactly(
                        "2 duplicated_user: a user with that user_id is known",
                        "3 conflict_email: a user at the connection has that email",
                        "4 conflict_username: a user at the connection has that username",
                        "5 conflict_phone_number: a user at the connection has that phone_number");
        assertThat(world.imported("{'user_id':'1','email':'x@example.org'}", "{'email':'Ada@Example.org'}"))
                .isEqualTo("0 0 2");
    }

    @Test
    @DisplayName("at other connections the same address is another user's; the same id is not")
    void otherConnections() {
        World logins = World.of(Tables.connection(Tables.SOCIAL));
        logins.login("social", "{'sub':'1','email':'ada@example.org'}");
        UserImport users = world.importing(logins.store).build();

        assertThat(Importing.run(users, "{'email':'ada@example.org'}", "{'user_id':'social|1','username':'x'}"))
                .isEqualTo("1 0 1");
        assertThat(world.failures())
                .containsExactly("2 user_id_taken: user_id belongs to a user without an identity at the connection");
    }

    @Test
    @DisplayName("L7: a user that was deleted while blocked is not brought back")
    void tombstone() {
        world.imported("{'user_id':'1','username':'ada','blocked':true}");
        World admin = World.of(Importing.main());
        Administration.over(world.users, admin.connections, world.clock).delete(UserId.of("database|main|1"));

        assertThat(world.upserted("{'user_id':'1','username':'ada'}", "{'user_id':'auth0|1','username':'bob'}"))
                .isEqualTo("0 0 2");
        assertThat(world.failures())
                .containsExactly(
                        "1 user_blocked: the user was deleted while blocked; unblocking the id allows it again",
                        "2 user_blocked: the user was deleted while blocked; unblocking the id allows it again");
    }

    @Test
    @DisplayName("of an array are the same; a broken array imports nobody and says where")
    void array() {
        assertThat(world.imported("[{'username':'a'},{'username':'b'},7]")).isEqualTo("2 0 1");

        assertThatThrownBy(() -> world.imported("[{'username':'c'},", "{'username':'d'"))
                .isInstanceOf(JsonException.class)
                .hasMessage("the document is not JSON (line 2, column 16)");
        assertThat(world.users.list(Optional.empty(), 10)).hasSize(2);
    }

    @Test
    @DisplayName("failures come in the file's order, whatever makes them fail, and as JSON")
    void order() {
        world.imported("{'username':'a'}", "{'username':'a'}", "{}", "{'username':'a'}", "x");

        assertThat(world.failed).extracting(FailedRow::line).isEqualTo(List.of(2, 3, 4, 5));
        assertThat(world.failed.get(0).toJson())
                .isEqualTo(World.json("{'line':2,'code':'conflict_username',"
                        + "'message':'a user at the connection has that username'}"));
    }

    @Test
    @DisplayName("only a database takes them")
    void databases() {
        assertThatThrownBy(
                        () -> UserImport.into(Tables.connection(Tables.SOCIAL).build(), world.users))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("users are imported into database connections only");
    }
}
