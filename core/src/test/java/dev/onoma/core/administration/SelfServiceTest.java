package dev.onoma.core.administration;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What users do with their own profiles")
class SelfServiceTest {
    private static final String ADA = "{'sub':'1','name':'Ada','given_name':'Augusta','email':'ada@example.org',"
            + "'email_verified':true,'username':'ada','phone_number':'+491','phone_verified':true}";

    private final World world = World.of(Tables.connection(Tables.DATABASE));
    private User user;

    @BeforeEach
    void signedUp() {
        user = world.login("database", ADA).after();
        world.later();
    }

    private User edited(String request) {
        ChangeResult.Done done = world.userEdits(user, request).orElseThrow();
        assertThat(done.before()).hasValue(user);
        assertThat(done.after()).hasValue(world.now(user));
        assertThat(done.other()).isEmpty();
        return world.now(user);
    }

    @Test
    @DisplayName("S7: an edit is the user's own, and moves updated_at and nothing else")
    void edit() {
        User after = edited("{'set':{'name':'Countess'}}");

        assertThat(after.name()).hasValue("Countess");
        assertThat(World.owner(after, NAME)).hasValue(Owner.USER);
        assertThat(after.updatedAt()).isEqualTo(world.clock.instant());
        assertThat(after.counters()).isEqualTo(user.counters());
        assertThat(after.identities()).isEqualTo(user.identities());
        assertThat(World.owner(after, NICKNAME)).isEqualTo(World.owner(user, NICKNAME));
    }

    @Test
    @DisplayName("S10: an equal value leaves the owner as it is, and is no change")
    void equalValue() {
        ChangeResult.Done done = world.userEdits(user, "{'set':{'name':'Ada'}}").orElseThrow();

        assertThat(done.isChange()).isFalse();
        assertThat(world.now(user)).isEqualTo(user);
    }

    @Test
    @DisplayName("S10: a value that the user gives takes over from an equal derived one")
    void takesOver() {
        User after = edited("{'set':{'nickname':'ada'}}");

        assertThat(World.owner(user, NICKNAME)).hasValue(Owner.DERIVED);
        assertThat(World.owner(after, NICKNAME)).hasValue(Owner.USER);
        assertThat(after.updatedAt()).isEqualTo(world.clock.instant());
    }

    @Test
    @DisplayName("S7: removing an attribute lets it be derived again at once")
    void removal() {
        User after = edited("{'set':{'name':null}}");

        assertThat(after.name()).hasValue("Augusta");
        assertThat(World.owner(after, NAME)).hasValue(Owner.DERIVED);
    }

    @Test
    @DisplayName("S7 M6: what was removed together does not feed what is derived")
    void removedTogether() {
        User after = edited("{'set':{'name':null,'given_name':null,'email':null}}");

        assertThat(after.name()).hasValue("+491");
        assertThat(after.email()).isEmpty();
    }

    @Test
    @DisplayName("S7: what cannot be derived is gone when it is removed, a pair with its flag")
    void removalOfPair() {
        User after = edited("{'set':{'phone_number':null}}");

        assertThat(after.root().has(PHONE_NUMBER)).isFalse();
        assertThat(changed("{'set':{'phone_number':'+491'}}").root().pair(PHONE_NUMBER))
                .hasValue(PairValue.unverified("+491"));
    }

    private User changed(String request) {
        return world.userEdits(user, request).orElseThrow().after().orElseThrow();
    }

    @Test
    @DisplayName("S7: a user's new address counts as unverified")
    void newAddress() {
        User after = edited("{'set':{'email':'new@example.org','phone_number':'+492'}}");

        assertThat(after.root().pair(EMAIL)).hasValue(PairValue.unverified("new@example.org"));
        assertThat(after.root().pair(PHONE_NUMBER)).hasValue(PairValue.unverified("+492"));
        assertThat(World.owner(after, EMAIL)).hasValue(Owner.USER);
    }

    @Test
    @DisplayName("S7 S5: another spelling of the same address keeps its verification")
    void spelling() {
        User after = edited("{'set':{'email':'Ada@Example.ORG'}}");

        assertThat(after.root().pair(EMAIL))
                .hasValue(PairValue.verified(
                        "Ada@Example.ORG", new Verification(new Owner("database"), MovableClock.START)));
    }

    @Test
    @DisplayName("S7: a user name is lower-cased for databases, by ASCII alone")
    void username() {
        assertThat(edited("{'set':{'username':'Countess_L'}}").text(USERNAME)).hasValue("countess_l");
    }

    @Test
    @DisplayName("S7: elsewhere a user name stays as it is written")
    void usernameElsewhere() {
        World social = World.of(Tables.connection(Tables.SOCIAL));
        User other = social.login("social", "{'sub':'1'}").after();

        assertThat(social.userEdits(other, "{'set':{'username':'Countess'}}")
                        .orElseThrow()
                        .after()
                        .orElseThrow()
                        .text(USERNAME))
                .hasValue("Countess");
    }

    @Test
    @DisplayName("S3: until_edited keeps what a user edited, and hands it back when it is removed")
    void untilEdited() {
        World social = World.of(Tables.connection(Tables.SOCIAL)
                .syncPolicy(SyncPolicy.ON_EACH_LOGIN.override(NAME, SyncRule.UNTIL_EDITED)));
        User other = social.login("social", "{'sub':'1','name':'Ada'}").after();
        social.userEdits(other, "{'set':{'name':'Mine'}}").orElseThrow();
        assertThat(social.login("social", "{'sub':'1','name':'Ada'}").after().name())
                .hasValue("Mine");

        social.userEdits(other, "{'set':{'name':null}}").orElseThrow();

        assertThat(social.login("social", "{'sub':'1','name':'Ada'}").after().name())
                .hasValue("Ada");
    }

    @Test
    @DisplayName("S3: on_first_login leaves edited and removed values alone, for good")
    void onFirstLogin() {
        edited("{'set':{'name':'Mine','phone_number':null}}");

        User after = world.login("database", ADA).after();

        assertThat(after.name()).hasValue("Mine");
        assertThat(after.root().has(PHONE_NUMBER)).isFalse();
    }

    @Test
    @DisplayName("S9: a blocked user edits nothing; an administrator still does")
    void blocked() {
        world.administration().block(user.id()).orElseThrow();

        assertThat(world.userEdits(user, "{'set':{'name':'Mine'}}").refusal())
                .hasValue(new Refusal(RefusalCode.USER_BLOCKED, "the user is blocked"));
        assertThat(world.adminEdits(user, "{'set':{'name':'Theirs'}}").refusal())
                .isEmpty();
        assertThat(world.now(user).name()).hasValue("Theirs");
    }

    @Test
    @DisplayName("Refused: a user that does not exist, or was deleted while blocked")
    void unknown() {
        SelfServiceEdit edit = SelfServiceEdit.builder().set(NAME, "x").build();
        world.administration().block(user.id()).orElseThrow();
        world.administration().delete(user.id()).orElseThrow();

        assertThat(world.selfService().edit(UserId.of("database|9"), edit).refusal())
                .hasValue(new Refusal(RefusalCode.USER_NOT_FOUND, "no user has that id"));
        assertThat(world.selfService()
                        .edit(user.id(), edit)
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(RefusalCode.USER_NOT_FOUND);
        assertThat(world.selfService().profile(user.id())).isEmpty();
    }

    @Test
    @DisplayName("A profile shows users what is theirs: no app_metadata, no block, no owners")
    void profile() {
        world.adminEdits(user, "{'user_metadata':{'a':1},'app_metadata':{'b':2}}")
                .orElseThrow();

        OwnProfile profile = world.selfService().profile(user.id()).orElseThrow();

        assertThat(profile.id()).isEqualTo(user.id());
        assertThat(profile.text(NAME)).hasValue("Ada");
        assertThat(profile.userMetadata()).isEqualTo(World.json("{'a':1}"));
        assertThat(profile.toJson().names())
                .contains("user_id", "name", "user_metadata", "identities", "logins_count")
                .doesNotContain("app_metadata", "blocked", "owners");
        assertThat(profile).hasToString("OwnProfile");
    }
}
