package dev.onoma.core.sync;

import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Warning;
import dev.onoma.core.provider.WarningCode;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Moving fields of user_metadata to root attributes")
class MetadataMoveTest {
    private static final String LOGIN = "{'sub':'1','nickname':'al'}";

    /** A user whose metadata was written before the migration was switched on. */
    private static World migrating(SyncPolicy policy, String metadata) {
        World before = World.of(Tables.connection(Tables.SOCIAL).syncPolicy(policy));
        before.userEdits(before.login("social", LOGIN).after(), "{'user_metadata':" + metadata + "}");
        before.later();
        return before.configured(Tables.connection(Tables.SOCIAL)
                .syncPolicy(policy)
                .migrateUserMetadata(NAME, "display_name")
                .migrateUserMetadata(PICTURE, "avatar"));
    }

    @Test
    @DisplayName("S8: a string moves to its attribute in one write with its removal, and belongs to the user")
    void moves() {
        World world = migrating(SyncPolicy.ON_FIRST_LOGIN, "{'display_name':'Ada L','plan':'free'}");

        LoginResult.Accepted login = world.login("social", LOGIN);

        User stored = world.now(login.after());
        assertThat(stored.name()).hasValue("Ada L");
        assertThat(World.owner(stored, NAME)).hasValue(Owner.USER);
        assertThat(stored.userMetadata()).isEqualTo(World.json("{'plan':'free'}"));
        assertThat(stored.updatedAt()).isEqualTo(world.clock.instant());
        assertThat(login.outcome()).isEqualTo(LoginOutcome.UPDATED);
        assertThat(World.decision(login, NAME).reason()).isEqualTo(Reason.MOVED);
        assertThat(World.decision(login, NAME).rule()).isEqualTo("S8");
        assertThat(login.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_FIRST_LOGIN", "NEVER_ON_LOGIN", "UNTIL_EDITED", "WHEN_EMPTY"})
    @DisplayName(
            "S8: it moves under every rule that leaves the attribute editable, and wins over the login's own value")
    void editableRules(SyncRule rule) {
        World world = migrating(SyncPolicy.ON_EACH_LOGIN.override(NAME, rule), "{'display_name':'Ada L'}");

        User user = world.login("social", "{'sub':'1','name':'From Claims'}").after();

        assertThat(user.name()).hasValue("Ada L");
        assertThat(user.userMetadata().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {"7; number", "' '; string", "true; boolean", "['a']; array", "{'a':'b'}; object"})
    @DisplayName("S8: what is no text stays in the metadata, with a warning that names the field and its type")
    void notText(String value, String found) {
        World world = migrating(SyncPolicy.ON_FIRST_LOGIN, "{'display_name':" + value + "}");

        LoginResult.Accepted login = world.login("social", LOGIN);

        assertThat(login.warnings())
                .containsExactly(new Warning(
                        WarningCode.NOT_MOVED,
                        "social",
                        "user_metadata.display_name",
                        found,
                        "a string that is not blank"));
        assertThat(login.after().userMetadata().has("display_name")).isTrue();
        assertThat(World.owner(login.after(), NAME)).hasValue(Owner.DERIVED);
        assertThat(login.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
    }

    @Test
    @DisplayName("S8: into an attribute that each login overwrites nothing moves")
    void notEditable() {
        World world = migrating(SyncPolicy.ON_EACH_LOGIN, "{'display_name':'Ada L'}");

        LoginResult.Accepted login = world.login("social", LOGIN);

        assertThat(login.warnings())
                .extracting(Warning::expected)
                .containsExactly("an editable attribute: its rule is on_each_login");
        assertThat(login.after().userMetadata()).isEqualTo(World.json("{'display_name':'Ada L'}"));
    }

    @ParameterizedTest
    @CsvSource({"user", "admin"})
    @DisplayName("S8: over what a user or an administrator edited nothing moves")
    void edited(String who) {
        World world = migrating(SyncPolicy.ON_FIRST_LOGIN, "{'display_name':'Ada L'}");
        User user = world.find("social|1").orElseThrow();
        String request = "{'set':{'name':'Mine'}}";
        (who.equals("user") ? world.userEdits(user, request) : world.adminEdits(user, request)).orElseThrow();

        LoginResult.Accepted login = world.login("social", LOGIN);

        assertThat(login.after().name()).hasValue("Mine");
        assertThat(login.warnings())
                .extracting(Warning::expected)
                .containsExactly("an attribute that nobody has edited");
    }

    @Test
    @DisplayName("S8 M8: what breaks the attribute's limits stays, nothing is shortened")
    void limits() {
        World world =
                migrating(SyncPolicy.ON_FIRST_LOGIN, "{'display_name':'" + "x".repeat(301) + "','avatar':'not a url'}");

        LoginResult.Accepted login = world.login("social", LOGIN);

        assertThat(login.warnings())
                .extracting(Warning::path, Warning::found, Warning::expected)
                .containsExactly(
                        tuple("user_metadata.display_name", "string", "at most 300 characters"),
                        tuple("user_metadata.avatar", "string", "an absolute http or https URL of at most 2048 bytes"));
        assertThat(login.after().userMetadata().size()).isEqualTo(2);
    }

    @Test
    @DisplayName("S8: fields that are not mapped, and metadata where nothing is switched on, are never touched")
    void untouched() {
        World world = migrating(SyncPolicy.ON_FIRST_LOGIN, "{'name':'Ada L'}");

        LoginResult.Accepted login = world.login("social", LOGIN);

        assertThat(login.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(login.after().userMetadata()).isEqualTo(World.json("{'name':'Ada L'}"));
    }

    @Test
    @DisplayName("S8 S10: once moved, the next login is a touch")
    void once() {
        World world = migrating(SyncPolicy.ON_FIRST_LOGIN, "{'display_name':'Ada L'}");
        world.login("social", LOGIN);

        assertThat(world.login("social", LOGIN).outcome()).isEqualTo(LoginOutcome.UNCHANGED);
    }

    @Test
    @DisplayName("S8 M6: what moved feeds derived values in the same login")
    void feedsDerived() {
        SyncPolicy policy = SyncPolicy.ON_EACH_LOGIN.override(GIVEN_NAME, SyncRule.UNTIL_EDITED);
        World before = World.of(Tables.connection(Tables.SOCIAL).syncPolicy(policy));
        before.userEdits(before.login("social", "{'sub':'1'}").after(), "{'user_metadata':{'first':'Ada'}}");
        World world = before.configured(
                Tables.connection(Tables.SOCIAL).syncPolicy(policy).migrateUserMetadata(GIVEN_NAME, "first"));

        User user = world.login("social", "{'sub':'1'}").after();

        assertThat(user.name()).hasValue("Ada");
        assertThat(user.text(NICKNAME)).hasValue("Ada");
    }

    @Test
    @DisplayName("S8: a login through a secondary identity moves nothing")
    void secondary() {
        World before = World.of(
                Tables.connection(Tables.SOCIAL).syncPolicy(SyncPolicy.ON_FIRST_LOGIN),
                Tables.connection(Tables.COMPANY));
        User user = before.linked(before.login("social", LOGIN), before.login("company", "{'sub':'c'}"));
        before.userEdits(user, "{'user_metadata':{'display_name':'Ada L'}}");
        World world = before.configured(
                Tables.connection(Tables.SOCIAL),
                Tables.connection(Tables.COMPANY)
                        .syncPolicy(SyncPolicy.ON_FIRST_LOGIN)
                        .migrateUserMetadata(NAME, "display_name"));

        assertThat(world.login("company", "{'sub':'c'}").after().userMetadata())
                .isEqualTo(World.json("{'display_name':'Ada L'}"));
    }
}
