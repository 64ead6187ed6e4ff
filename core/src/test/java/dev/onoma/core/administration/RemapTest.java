package dev.onoma.core.administration;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.sync.Action;
import dev.onoma.core.sync.Decision;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Mapping stored claims again")
class RemapTest {
    private static final String CLAIMS =
            "{'sub':'1','login':'ada','title':'Countess','mail':'ada@example.org','confirmed':true,'secret_hobby':'x'}";

    /** The mistake: the name is taken from the login name, and the flag of the address is overlooked. */
    private static Provider.Builder table(String name, Flag flag) {
        return Provider.named("social")
                .social()
                .subject("sub")
                .attribute(NAME, name)
                .email("mail", flag);
    }

    private static final Provider WRONG = table("login", Flag.unsaid()).build();
    private static final Provider RIGHT =
            table("title", Flag.claim("confirmed")).build();

    private final World before = World.of(Connection.of("social", WRONG));
    private final User user = before.login("social", CLAIMS).after();

    private static Remap over(World world) {
        return Remap.over(world.store, world.connections, world.clock);
    }

    private World mended() {
        before.later();
        return before.configured(Connection.of("social", RIGHT));
    }

    private static Optional<Decision> decision(Remap.Remapped remapped, RootAttribute attribute) {
        return remapped.decisions().stream()
                .filter(decision -> decision.attribute() == attribute)
                .findFirst();
    }

    @Test
    @DisplayName("previews what changes, and writes nothing")
    void preview() {
        World world = mended();

        Remap.Remapped remapped = over(world).preview(user);

        assertThat(remapped.isChange()).isTrue();
        assertThat(remapped.before()).isEqualTo(user);
        assertThat(remapped.after().name()).hasValue("Countess");
        assertThat(decision(remapped, NAME).orElseThrow().action()).isEqualTo(Action.SET);
        assertThat(remapped.toString()).doesNotContain("Countess", "ada");
        assertThat(world.now(user)).isEqualTo(user);
    }

    @Test
    @DisplayName("carries out what it previewed, as an event of the user's history, and counts no login")
    void apply() {
        World world = mended();
        User expected = over(world).preview(user).after();

        assertThat(over(world).apply(user.id()).orElseThrow().after()).hasValue(expected);

        User now = world.now(user);
        assertThat(now).isEqualTo(expected);
        assertThat(now.isEmailVerified()).isTrue();
        assertThat(now.counters()).isEqualTo(user.counters());
        assertThat(now.updatedAt()).isEqualTo(world.clock.instant());
        assertThat(world.store.events(user.id(), 1)).extracting(UserEvent::type).containsExactly(EventType.REMAP);
    }

    @Test
    @DisplayName("changes nothing where the mapping is as it was, and nothing twice")
    void idempotent() {
        assertThat(over(before).preview(user).isChange()).isFalse();
        assertThat(over(before).apply(user.id()).orElseThrow().isChange()).isFalse();
        World world = mended();
        over(world).apply(user.id());

        assertThat(over(world).preview(world.now(user)).isChange()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = SyncRule.class,
            names = {"ON_EACH_LOGIN", "ON_FIRST_LOGIN", "UNTIL_EDITED"})
    @DisplayName("repairs what the connection itself wrote, whenever logins may write it")
    void ownValues(SyncRule rule) {
        World world = before.configured(
                Connection.of("social", RIGHT).syncPolicy(SyncPolicy.ON_EACH_LOGIN.override(NAME, rule)));

        assertThat(over(world).preview(user).after().name()).hasValue("Countess");
    }

    @ParameterizedTest
    @EnumSource(
            value = SyncRule.class,
            names = {"NEVER_ON_LOGIN", "WHEN_EMPTY"})
    @DisplayName("leaves a value where the rule says that none is written, or over nothing only")
    void neverWritten(SyncRule rule) {
        World world = before.configured(
                Connection.of("social", RIGHT).syncPolicy(SyncPolicy.ON_EACH_LOGIN.override(NAME, rule)));

        assertThat(over(world).preview(user).after().name()).hasValue("ada");
    }

    @Test
    @DisplayName("leaves what users and administrators wrote, and says so")
    void edited() {
        World editable = before.configured(Connection.of("social", WRONG)
                .syncPolicy(SyncPolicy.ON_EACH_LOGIN
                        .override(NAME, SyncRule.UNTIL_EDITED)
                        .override(EMAIL, SyncRule.UNTIL_EDITED)));
        editable.userEdits(user, "{'set':{'name':'Lady Lovelace'}}").orElseThrow();
        editable.adminEdits(user, "{'set':{'email':'countess@example.org','email_verified':true}}")
                .orElseThrow();
        World world = mended();

        Remap.Remapped remapped = over(world).preview(world.now(user));

        assertThat(remapped.after().name()).hasValue("Lady Lovelace");
        assertThat(remapped.after().email()).hasValue("countess@example.org");
        assertThat(decision(remapped, NAME).orElseThrow().explanation())
                .isEqualTo("on_each_login: somebody else wrote it");
        assertThat(World.owner(remapped.after(), EMAIL)).hasValue(Owner.ADMIN);
    }

    @Test
    @DisplayName("keeps what the stored claims no longer tell, even where absence would clear it at a login")
    void absent() {
        World world = before.configured(
                Connection.of("social", table("nowhere", Flag.unsaid()).build())
                        .syncPolicy(SyncPolicy.ON_EACH_LOGIN.clearOnAbsent(NAME)));

        assertThat(over(world).preview(user).after().name()).hasValue("ada");
    }

    @Test
    @DisplayName("derives anew what was derived")
    void derived() {
        World world = before.configured(Connection.of(
                "social",
                table("title", Flag.unsaid()).attribute(NICKNAME, "title").build()));

        Remap.Remapped remapped = over(world).preview(user);

        assertThat(user.text(NICKNAME)).hasValue("ada");
        assertThat(remapped.after().text(NICKNAME)).hasValue("Countess");
        assertThat(World.owner(remapped.after(), NICKNAME)).hasValue(new Owner("social"));
    }

    @Test
    @DisplayName("takes claims out of every identity that its connection denies now")
    void denied() {
        World world = World.of(Tables.connection(Tables.COMPANY), Connection.of("social", WRONG));
        User linked = world.linked(world.login("company", "{'sub':'c','name':'A. L.'}"), world.login("social", CLAIMS));
        World denying = world.configured(
                Tables.connection(Tables.COMPANY),
                Connection.of("social", WRONG).deny("secret_hobby"));

        User after = over(denying).apply(linked.id()).orElseThrow().after().orElseThrow();

        assertThat(linked.identities().get(1).profileData().has("secret_hobby")).isTrue();
        assertThat(after.identities().get(1).profileData().has("secret_hobby")).isFalse();
        assertThat(after.identities().get(1).profileData().has("login")).isTrue();
        assertThat(after.root()).isEqualTo(linked.root());
    }

    @Test
    @DisplayName("leaves users of connections that are not known, or have another provider now")
    void unknownConnection() {
        World elsewhere = before.configured(Connection.of("other", RIGHT));
        World replaced = before.configured(Connection.of("social", Tables.COMPANY));

        assertThat(over(elsewhere).preview(user).isChange()).isFalse();
        assertThat(over(replaced).preview(user).isChange()).isFalse();
        assertThat(over(elsewhere).preview(user).decisions()).isEmpty();
    }

    @Test
    @DisplayName("is refused for a user that there is not")
    void unknownUser() {
        assertThat(over(before)
                        .apply(UserId.of("social|2"))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(RefusalCode.USER_NOT_FOUND);
    }
}
