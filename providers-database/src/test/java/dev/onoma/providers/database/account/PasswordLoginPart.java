package dev.onoma.providers.database.account;

import static dev.onoma.providers.database.account.AccountsWorld.ADA;
import static dev.onoma.providers.database.account.AccountsWorld.HOME;
import static dev.onoma.providers.database.account.AccountsWorld.OTHER;
import static dev.onoma.providers.database.account.AccountsWorld.SECRET;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.StoredPassword;
import dev.onoma.core.history.EventType;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.password.Password;
import dev.onoma.testkit.races.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class PasswordLoginPart extends AccountPart {
    private StoredPassword password(User user) {
        return world.store
                .credentials()
                .find(AccountsWorld.key(user))
                .flatMap(Credential::password)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {ADA, "ADA@Example.ORG", " ada@example.org ", "ada.l", "ADA.L"})
    @DisplayName("by address or user name, in whatever ASCII case, is the user's login and counts as one")
    void names(String name) {
        User user = world.signUp(SignUp.withEmail(ADA, Password.of(SECRET)).set(RootAttribute.USERNAME, "ada.l"));

        LoginResult result = world.logIn(name, SECRET);

        assertThat(result).isAccepted();
        assertThat(result.user().orElseThrow().id()).isEqualTo(user.id());
        assertThat(world.now(user).counters().logins()).isEqualTo(1);
        assertThat(world.events(user.id())).containsExactlyInAnyOrder(EventType.LOGIN, EventType.SIGNUP);
    }

    @Test
    @DisplayName("S10: changes nothing but the counters, whatever was edited since the signup")
    void touch() {
        User user = world.verified(ADA);
        world.adminEdits(user, "{'set':{'name':'Ada'}}").orElseThrow();
        assertThat(world.logIn(ADA, SECRET)).isAccepted();
        User before = world.now(user);

        LoginResult.Accepted login = world.logIn(ADA, SECRET).accepted().orElseThrow();

        assertThat(login.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(world.now(user).root()).isEqualTo(before.root());
        assertThat(login.after().isEmailVerified()).isTrue();
    }

    @Test
    @DisplayName("tells the application why it failed, and a browser the same whatever it was")
    void publicCodes() {
        User blocked = world.signUp("blocked@example.org");
        world.administration().block(blocked.id());
        world.google("{'sub':'1','email':'social@example.org','email_verified':true}");
        world.signUp(ADA);
        User bare = world.signUp("bare@example.org");
        world.store
                .credentials()
                .write(world.store
                        .credentials()
                        .find(AccountsWorld.key(bare))
                        .orElseThrow()
                        .withoutPassword());

        List<LoginResult> results = List.of(
                world.logIn("nobody@example.org", SECRET),
                world.logIn("social@example.org", SECRET),
                world.logIn(ADA, OTHER),
                world.logIn("bare@example.org", SECRET),
                world.logIn("blocked@example.org", SECRET),
                world.logIn("no name at all", SECRET),
                guessed());

        assertThat(results.stream().map(result -> result.refusal().orElseThrow().code()))
                .containsExactly(
                        RefusalCode.UNKNOWN_USER,
                        RefusalCode.UNKNOWN_USER,
                        RefusalCode.WRONG_PASSWORD,
                        RefusalCode.WRONG_PASSWORD,
                        RefusalCode.USER_BLOCKED,
                        RefusalCode.UNKNOWN_USER,
                        RefusalCode.TOO_MANY_ATTEMPTS);
        assertThat(results.stream().map(result -> result.refusal().orElseThrow().publicCode()))
                .containsOnly("login_refused");
        assertThat(results).allSatisfy(result -> {
            assertThat(result.user()).isEmpty();
            assertThat(result.accepted()).isEmpty();
            assertThat(result.link()).isEqualTo(results.get(0).link());
            assertThat(result.toJson().names())
                    .isEqualTo(results.get(0).toJson().names());
        });
    }

    private LoginResult guessed() {
        world.signUp("guessed@example.org");
        for (int i = 0; i < 10; i++) {
            world.logIn("guessed@example.org", OTHER);
        }
        return world.logIn("guessed@example.org", SECRET);
    }

    @Test
    @DisplayName("S9: of a blocked user counts, and does not say whether the password was right to whoever guesses")
    void blocked() {
        User user = world.signUp(ADA);
        world.administration().block(user.id());

        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.USER_BLOCKED);
        assertThat(world.now(user).counters().logins()).isEqualTo(1);
        for (int i = 1; i < 10; i++) {
            assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.USER_BLOCKED);
        }
        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    @DisplayName("no user name can be the one that stands for nobody's")
    void nobody() {
        world.signUp(SignUp.withUsername("nobody@", Password.of(SECRET)));
        world.signUp(SignUp.withUsername("nobody", Password.of(SECRET)));

        assertThat(world.logIn("what is no name", SECRET)).isRefusedWith(RefusalCode.UNKNOWN_USER);
        assertThat(world.logIn("\u0000", SECRET)).isRefusedWith(RefusalCode.UNKNOWN_USER);
        assertThat(world.logIn("", SECRET)).isRefusedWith(RefusalCode.UNKNOWN_USER);
        assertThat(world.logIn("x".repeat(1_000_000), SECRET)).isRefusedWith(RefusalCode.UNKNOWN_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m\u0131ke@example.org", "\u212aim@example.org", "mike@e\u212aample.org"})
    @DisplayName("D10, I-16: a name that only looks like a user's is nobody's")
    void lookalike(String name) {
        world.signUp("mike@example.org");
        world.signUp("kim@example.org");

        assertThat(world.logIn(name, SECRET)).isRefusedWith(RefusalCode.UNKNOWN_USER);
    }

    @Test
    @DisplayName("D13, I-7: what follows the 72nd byte of a password counts")
    void seventyTwo() {
        String long72 = "x".repeat(40) + "y".repeat(32);
        world.signUp(SignUp.withEmail(ADA, Password.of(long72 + "z")));

        assertThat(world.logIn(ADA, long72)).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        assertThat(world.logIn(ADA, long72 + "w")).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        assertThat(world.logIn(ADA, long72 + "z")).isAccepted();
    }

    @Test
    @DisplayName("I-6: a password of 1,024 bytes is one, and of 1,025 it is refused before it is hashed")
    void longPassword() {
        world.signUp(SignUp.withEmail(ADA, Password.of("p".repeat(1_024))));

        assertThat(world.logIn(ADA, "p".repeat(1_024))).isAccepted();
        assertThat(world.logIn(ADA, "p".repeat(1_025))).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        assertThat(world.logIn(ADA, "p".repeat(10_000_000))).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        assertThat(world.accounts.signUp(SignUp.withEmail("b@example.org", Password.of("p".repeat(1_025))), HOME))
                .isRefusedWith(RefusalCode.UNACCEPTABLE_PASSWORD);
    }

    private Accounts dearer() {
        return world.builder(
                        AccountsWorld.cheap().dangerouslyCheapArgon2id(16, 1, 1).build())
                .limits(AccountLimits.STANDARD)
                .build();
    }

    @Test
    @DisplayName("hashes the password anew where hashes are made otherwise now; when it was chosen stays")
    void rehash() {
        User user = world.signUp(ADA);
        StoredPassword before = password(user);
        world.clock.advance(Duration.ofDays(1));
        Accounts dearer = dearer();

        assertThat(dearer.logIn(new PasswordLogin(ADA, Password.of(SECRET), HOME)))
                .isAccepted();

        assertThat(password(user).hash()).isNotEqualTo(before.hash()).contains("m=16");
        assertThat(password(user).setAt()).isEqualTo(before.setAt());
        assertThat(dearer.logIn(new PasswordLogin(ADA, Password.of(SECRET), HOME)))
                .isAccepted();
    }

    @Test
    @DisplayName("does not hash anew for a login that is refused")
    void blockedIsNotRehashed() {
        User user = world.signUp(ADA);
        world.administration().block(user.id());
        StoredPassword before = password(user);

        assertThat(dearer().logIn(new PasswordLogin(ADA, Password.of(SECRET), HOME)))
                .isRefusedWith(RefusalCode.USER_BLOCKED);
        assertThat(password(user)).isEqualTo(before);
    }

    @Test
    @DisplayName("a hash that is made anew never brings back a password that was changed meanwhile")
    void rehashRace() {
        Accounts dearer = dearer();
        for (int round = 0; round < 10; round++) {
            String address = "user" + round + "@example.org";
            User user = world.signUp(address);

            Together.run(4, number -> {
                if (number == 0) {
                    world.accounts.setPassword(user.id(), Password.of(OTHER)).orElseThrow();
                } else {
                    dearer.logIn(new PasswordLogin(address, Password.of(SECRET), HOME));
                }
            });

            assertThat(world.logIn(address, SECRET)).isRefusedWith(RefusalCode.WRONG_PASSWORD);
            assertThat(world.logIn(address, OTHER)).isAccepted();
        }
    }

    @Test
    @DisplayName("a login that races the deletion of its user brings nobody back")
    void deletionRace() {
        for (int round = 0; round < 10; round++) {
            String address = "user" + round + "@example.org";
            User user = world.signUp(address);

            Together.run(4, number -> {
                if (number == 0) {
                    world.administration().delete(user.id()).orElseThrow();
                } else {
                    world.logIn(address, SECRET);
                }
            });

            assertThat(world.find(user.id())).isEmpty();
            assertThat(world.store.find(AccountsWorld.key(user))).isEmpty();
            assertThat(world.store.credentials().find(AccountsWorld.key(user))).isEmpty();
            assertThat(world.logIn(address, SECRET)).isRefusedWith(RefusalCode.UNKNOWN_USER);
        }
    }

    @Test
    @DisplayName("L4: after linking, both passwords log in as the one user")
    void linked() {
        User ada = world.verified(ADA);
        world.verified("lovelace@example.org");
        world.linked(world.logIn(ADA, SECRET), world.logIn("lovelace@example.org", SECRET));

        assertThat(world.logIn("lovelace@example.org", SECRET)
                        .user()
                        .orElseThrow()
                        .id())
                .isEqualTo(ada.id());
        assertThat(world.logIn(ADA, SECRET).user().orElseThrow().id()).isEqualTo(ada.id());
    }

    @Test
    @DisplayName("a user who was stored without a credential can be given a password, and then has a name here")
    void withoutCredential() {
        IdentityKey key = new IdentityKey("users", "old-7");
        User imported = User.builder(
                        UserId.of("database|users|old-7"),
                        new Identity(key, "database", false, AccountsWorld.json("{'email':'ada@example.org'}")),
                        world.clock.instant())
                .root(RootAttributes.NONE.with(
                        RootAttribute.EMAIL, new OwnedValue(PairValue.unverified(ADA), Owner.IMPORT)))
                .build();
        world.store.write(new UserChange.Insert(imported));

        world.accounts.setPassword(imported.id(), Password.of(SECRET)).orElseThrow();

        assertThat(world.logIn(ADA, SECRET)).isAccepted();
        assertThat(world.latest(MessageKind.PASSWORD_CHANGED)).isPresent();
        assertThat(Optional.of(world.logIn(ADA, SECRET).user().orElseThrow().id()))
                .contains(imported.id());
    }
}
