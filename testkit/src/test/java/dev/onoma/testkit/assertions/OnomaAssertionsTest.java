package dev.onoma.testkit.assertions;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.provider.WarningCode.INVALID_VALUE;
import static dev.onoma.core.provider.WarningCode.WRONG_TYPE;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.Administration;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.testkit.Developer;
import dev.onoma.testkit.TestClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("assertions about")
class OnomaAssertionsTest {
    private static final String ADA = """
            {"id": "ada", "name": "Ada", "family_name": 7, "email": "ada@example.org", "email_verified": true,
             "phone_number": "+441234567890"}
            """;
    private static final IdentityKey KEY = new IdentityKey("developer", "ada");

    private final Connection connection = Developer.connection("developer")
            .syncPolicy(SyncPolicy.ON_FIRST_LOGIN)
            .build();
    private final InMemoryUserStore store = new InMemoryUserStore();
    private final TestClock clock = TestClock.fixed();
    private final LoginProcessor logins =
            LoginProcessor.builder(store).connection(connection).clock(clock).build();
    private final Administration administration = Administration.over(store, Connections.of(connection), clock);

    private static Claims claims(String json) {
        return Claims.of((JsonObject) JsonValue.parse(json), Evidence.USERINFO_RESPONSE);
    }

    private Normalization normalization(String json) {
        return connection.normalize(claims(json));
    }

    private LoginResult login(String json) {
        return logins.login(Login.of("developer", claims(json)));
    }

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessage(message);
    }

    /** For messages that end in the library's own words. */
    private static void failsLike(ThrowingCallable assertion, String beginning) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessageStartingWith(beginning);
    }

    @Nested
    @DisplayName("profiles")
    class Profiles {
        private final NormalizedProfile profile = normalization(ADA).orElseThrow();

        @Test
        @DisplayName("hold of what is there")
        void hold() {
            assertThat(profile)
                    .hasSubject("ada")
                    .hasText(NAME, "Ada")
                    .hasNo(PICTURE)
                    .hasVerifiedEmail("ada@example.org")
                    .hasUnverifiedPhone("+441234567890")
                    .derives(NICKNAME, "ada")
                    .hasWarning(WRONG_TYPE, "family_name")
                    .hasProfileData(ADA)
                    .doesNotStore("iat");
            assertThat(normalization("{\"id\":1,\"phone_number\":\"+1\",\"phone_verified\":true,\"email\":\"a@b\"}"))
                    .isProfile()
                    .hasVerifiedPhone("+1")
                    .hasUnverifiedEmail("a@b")
                    .hasNoWarnings();
        }

        @Test
        @DisplayName("say what is there instead")
        void fail() {
            fails(() -> assertThat(profile).hasSubject("eve"), "Expected subject \"eve\", but was \"ada\"");
            fails(
                    () -> assertThat(profile).hasText(NAME, "Eve"),
                    "Expected name to be given as \"Eve\", but was \"Ada\"\nname: name of userinfo_response");
            fails(
                    () -> assertThat(profile).hasText(FAMILY_NAME, "L"),
                    "Expected family_name to be given as \"L\", but was not: its claim is UNREADABLE"
                            + "\nfamily_name: unreadable; tried: family_name of userinfo_response:"
                            + " found number, expected string");
            fails(
                    () -> assertThat(profile).hasNo(NAME),
                    "Expected no name to be given, but was \"Ada\"\nname: name of userinfo_response");
            fails(
                    () -> assertThat(profile).hasUnverifiedEmail("ada@example.org"),
                    "Expected email to be unverified, but was verified"
                            + "\nemail: email of userinfo_response; flag said true"
                            + " (email_verified of userinfo_response: taken)");
            fails(
                    () -> assertThat(profile).hasVerifiedPhone("+441234567890"),
                    "Expected phone_number to be verified, but was unverified"
                            + "\nphone_number: phone_number of userinfo_response; flag unsaid"
                            + " (phone_verified of userinfo_response: absent)");
            fails(
                    () -> assertThat(profile).derives(NICKNAME, "eve"),
                    "Expected nickname to be derived as \"eve\", but was \"ada\""
                            + "\nnickname: absent, derived from email; tried: nickname of userinfo_response: absent");
            fails(
                    () -> assertThat(profile).derives(PICTURE, "x"),
                    "Expected picture to be derived as \"x\", but was not set"
                            + "\npicture: absent; tried: picture of userinfo_response: absent");
            fails(
                    () -> assertThat(profile).derives(NAME, "Ada"),
                    "Expected no name to be given, but was \"Ada\"\nname: name of userinfo_response");
            fails(
                    () -> assertThat(profile).hasWarning(INVALID_VALUE, "family_name"),
                    "Expected the warning invalid_value at family_name, but there were wrong_type at family_name"
                            + " (found number, expected string)\n" + profile.explain());
            fails(
                    () -> assertThat(profile).hasNoWarnings(),
                    "Expected no warnings, but there were wrong_type at family_name (found number, expected string)\n"
                            + profile.explain());
            fails(
                    () -> assertThat(profile).hasProfileData(ADA.replace(": 7", ": 8")),
                    "Expected other claims to be stored:\nprofileData.family_name: expected 8, but was 7");
            fails(
                    () -> assertThat(profile).doesNotStore("id"),
                    "Expected the claim id not to be stored, but the stored ones are [id, name, family_name, email,"
                            + " email_verified, phone_number]");
        }
    }

    @Nested
    @DisplayName("normalizations")
    class Normalizations {
        @Test
        @DisplayName("hold of profiles and of refusals")
        void hold() {
            assertThat(normalization(ADA)).isProfile().hasSubject("ada");
            assertThat(normalization("{}")).isRefusedWith(RefusalCode.MISSING_SUBJECT);
        }

        @Test
        @DisplayName("say what came instead")
        void fail() {
            failsLike(
                    () -> assertThat(normalization("{}")).isProfile(),
                    "Expected a profile, but the claims were refused: missing_subject (claim \"id\"");
            failsLike(
                    () -> assertThat(normalization("{}")).isRefusedWith(RefusalCode.PROVIDER_ERROR),
                    "Expected a refusal with provider_error, but it was missing_subject (claim \"id\"");
            fails(
                    () -> assertThat(normalization(ADA)).isRefusedWith(RefusalCode.PROVIDER_ERROR),
                    "Expected a refusal with provider_error, but the claims gave a profile");
        }
    }

    @Nested
    @DisplayName("users")
    class Users {
        private final User user = login(ADA).orElseThrow();

        @Test
        @DisplayName("hold of what is there")
        void hold() {
            assertThat(user)
                    .hasId("developer|ada")
                    .hasText(NAME, "Ada")
                    .hasNo(GIVEN_NAME)
                    .hasOwner(NAME, "developer")
                    .hasOwner(NICKNAME, Owner.DERIVED)
                    .hasVerifiedEmail("ada@example.org")
                    .isVerifiedBy(EMAIL, new Owner("developer"))
                    .hasIdentities(KEY)
                    .hasIdentityAt("developer")
                    .hasUserMetadata("{}")
                    .hasAppMetadata("{}")
                    .hasLogins(1)
                    .isNotBlocked();
            assertThat(administration.block(user.id())).isChanged().user().isBlocked();
            assertThat(login("{\"id\": 2, \"email\": \"a@b\"}")).user().hasUnverifiedEmail("a@b");
        }

        @Test
        @DisplayName("say what is there instead")
        void fail() {
            fails(() -> assertThat(user).hasId("x"), "Expected the user \"x\", but was \"developer|ada\"");
            fails(
                    () -> assertThat(user).hasText(NAME, "Eve"),
                    "Expected name to be \"Eve\", but was \"Ada\" by developer");
            fails(() -> assertThat(user).hasText(GIVEN_NAME, "A"), "Expected given_name to be \"A\", but was not set");
            fails(() -> assertThat(user).hasNo(NICKNAME), "Expected no nickname, but was \"ada\" by derived");
            fails(
                    () -> assertThat(user).hasOwner(NAME, Owner.USER),
                    "Expected name to be by user, but was \"Ada\" by developer");
            fails(
                    () -> assertThat(user).hasUnverifiedEmail("ada@example.org"),
                    "Expected email to be unverified, but was \"ada@example.org\", verified by developer");
            fails(
                    () -> assertThat(user).isVerifiedBy(EMAIL, Owner.ADMIN),
                    "Expected email to be verified by admin, but was by developer");
            fails(
                    () -> assertThat(user).isVerifiedBy(PHONE_NUMBER, Owner.ADMIN),
                    "Expected phone_number to be verified by admin, but was by nobody");
            fails(() -> assertThat(user).hasIdentities(), "Expected the identities [], but were [developer ada]");
            fails(
                    () -> assertThat(user).hasIdentityAt("sms"),
                    "Expected an identity at sms, but the identities are [developer ada]");
            fails(
                    () -> assertThat(user).hasUserMetadata("{\"a\": 1}"),
                    "Expected another user_metadata:\nuser_metadata.a: expected 1, but was nothing");
            fails(
                    () -> assertThat(user).hasAppMetadata("[]"),
                    "Expected another app_metadata:\napp_metadata: expected [], but was {}");
            fails(() -> assertThat(user).hasLogins(2), "Expected 2 logins, but were 1");
            fails(() -> assertThat(user).isBlocked(), "Expected the user to be blocked, but it is not");
            User blocked = user.toBuilder().blocked(true).build();
            fails(() -> assertThat(blocked).isNotBlocked(), "Expected the user not to be blocked, but it is");
        }
    }

    @Nested
    @DisplayName("logins")
    class Logins {
        @Test
        @DisplayName("hold of what happened")
        void hold() {
            assertThat(login(ADA))
                    .isAccepted()
                    .isCreated()
                    .hasLink(LinkDecision.NewUser.class)
                    .hasNoDecision(PICTURE)
                    .hasWarning(WRONG_TYPE, "family_name")
                    .decision(NAME)
                    .isSetTo("Ada")
                    .byRule("S3")
                    .ownedBy(new Owner("developer"));
            assertThat(login(ADA)).isUnchanged().decision(NAME).isKept();
            assertThat(login(ADA.replace("Ada", "Eve"))).isUpdated().user().hasText(NAME, "Ada");
            assertThat(login("{}")).isRefusedWith(RefusalCode.MISSING_SUBJECT);
        }

        @Test
        @DisplayName("say what happened instead")
        void fail() {
            LoginResult created = login(ADA);
            LoginResult refused = login("{\"id\": null}");

            fails(() -> assertThat(created).isUpdated(), "Expected the login to be updated, but was created");
            fails(
                    () -> assertThat(created).isRefusedWith(RefusalCode.USER_BLOCKED),
                    "Expected a refusal with user_blocked, but the login was accepted: created");
            fails(
                    () -> assertThat(created).hasLink(LinkDecision.ExistingIdentity.class),
                    "Expected the link decision ExistingIdentity, but was {\"decision\":\"NewUser\"}");
            fails(
                    () -> assertThat(created).hasWarning(WRONG_TYPE, "name"),
                    "Expected the warning wrong_type at name, but there were wrong_type at family_name (found number,"
                            + " expected string)");
            failsLike(
                    () -> assertThat(created).decision(PICTURE),
                    "Expected a decision about picture, but there were [name set by S3");
            failsLike(
                    () -> assertThat(created).hasNoDecision(NAME),
                    "Expected no decision about name, but there were [name set by S3");
            failsLike(
                    () -> assertThat(refused).isAccepted(),
                    "Expected the login to be accepted, but it was refused: missing_subject");
            failsLike(
                    () -> assertThat(refused).isRefusedWith(RefusalCode.USER_BLOCKED),
                    "Expected a refusal with user_blocked, but it was missing_subject");
        }
    }

    @Nested
    @DisplayName("decisions")
    class Decisions {
        @Test
        @DisplayName("hold of what is derived, and of what is cleared")
        void hold() {
            assertThat(login(ADA)).decision(NICKNAME).isDerivedAs("ada").byRule("M6");
            Connection clearing = Developer.connection("developer")
                    .syncPolicy(SyncPolicy.ON_EACH_LOGIN.clearOnNull(PHONE_NUMBER))
                    .build();
            LoginResult result = LoginProcessor.builder(store)
                    .connection(clearing)
                    .clock(clock)
                    .build()
                    .login(Login.of("developer", claims("{\"id\": \"ada\", \"phone_number\": null}")));
            assertThat(result).decision(PHONE_NUMBER).isCleared();
        }

        @Test
        @DisplayName("say what was decided instead")
        void fail() {
            LoginResult result = login(ADA);
            String decided = "name set by S3 (on_first_login: the provider sent a value); before: not set;"
                    + " after: \"Ada\" by developer";

            fails(() -> assertThat(result).decision(NAME).isKept(), "Expected name to be kept, but: " + decided);
            fails(
                    () -> assertThat(result).decision(NAME).isSetTo("Eve"),
                    "Expected name to become \"Eve\", but: " + decided);
            fails(() -> assertThat(result).decision(NAME).byRule("S2"), "Expected rule S2 to decide, but: " + decided);
            fails(
                    () -> assertThat(result).decision(NAME).ownedBy(Owner.USER),
                    "Expected user to own it afterwards, but: " + decided);
        }
    }

    @Nested
    @DisplayName("changes")
    class Changes {
        private final UserId ada = login(ADA).orElseThrow().id();

        private ChangeResult rename(String name) {
            return administration.edit(
                    ada, AdministratorEdit.builder().set(NAME, name).build());
        }

        @Test
        @DisplayName("hold of what was done")
        void hold() {
            assertThat(rename("Countess")).isChanged().user().hasText(NAME, "Countess");
            assertThat(rename("Countess")).isUnchanged();
            assertThat(administration.block(UserId.of("nobody"))).isRefusedWith(RefusalCode.USER_NOT_FOUND);

            LoginResult.Accepted one = (LoginResult.Accepted) login(ADA);
            LoginResult.Accepted other = (LoginResult.Accepted) login("{\"id\": \"work\"}");
            assertThat(AccountLinking.over(store, clock)
                            .link(one.proof().orElseThrow(), other.proof().orElseThrow()))
                    .other()
                    .hasId("developer|work");
        }

        @Test
        @DisplayName("say what was done instead")
        void fail() {
            ChangeResult done = rename("Countess");
            ChangeResult nothing = rename("Countess");
            ChangeResult refused = administration.block(UserId.of("nobody"));

            fails(() -> assertThat(nothing).isChanged(), "Expected a change, but there was nothing to do");
            fails(() -> assertThat(done).isUnchanged(), "Expected nothing to do, but there was a change");
            fails(
                    () -> assertThat(done).isRefusedWith(RefusalCode.USER_BLOCKED),
                    "Expected a refusal with user_blocked, but the change was done");
            fails(
                    () -> assertThat(refused).isRefusedWith(RefusalCode.USER_BLOCKED),
                    "Expected a refusal with user_blocked, but it was user_not_found (no user has that id)");
            fails(
                    () -> assertThat(refused).isChanged(),
                    "Expected the change to be done, but it was refused: user_not_found (no user has that id)");
            fails(() -> assertThat(done).other(), "Expected a user beside the change, but there is none");
            fails(
                    () -> assertThat(administration.delete(ada)).user(),
                    "Expected a user after the change, but there is none");
        }
    }
}
