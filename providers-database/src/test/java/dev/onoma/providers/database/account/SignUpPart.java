package dev.onoma.providers.database.account;

import static dev.onoma.providers.database.account.AccountsWorld.ADA;
import static dev.onoma.providers.database.account.AccountsWorld.HOME;
import static dev.onoma.providers.database.account.AccountsWorld.SECRET;
import static dev.onoma.providers.database.account.AccountsWorld.json;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.Origin;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserJson;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.password.Password;
import dev.onoma.testkit.races.Together;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class SignUpPart extends AccountPart {
    private static SignUp ada() {
        return SignUp.withEmail(ADA, Password.of(SECRET));
    }

    private ChangeResult signUp(SignUp signUp) {
        return world.accounts.signUp(signUp, HOME);
    }

    @Test
    @DisplayName("makes a user with what was typed, whose address nobody has confirmed, and who has not logged in")
    void user() {
        User user = world.signUp(ada().set(RootAttribute.USERNAME, "Ada.L")
                .set(RootAttribute.NAME, "Ada Lovelace")
                .userMetadata(json("{'colour':'green'}")));

        assertThat(world.now(user)).isEqualTo(user);
        assertThat(user.text(RootAttribute.NAME)).hasValue("Ada Lovelace");
        assertThat(user.text(RootAttribute.USERNAME)).hasValue("ada.l");
        assertThat(user.email()).hasValue(ADA);
        assertThat(user.isEmailVerified()).isFalse();
        assertThat(user.userMetadata()).isEqualTo(json("{'colour':'green'}"));
        assertThat(user.counters().logins()).isZero();
        assertThat(world.ended).isEmpty();
    }

    @Test
    @DisplayName("draws the subject: an address changes hands, and an id must not")
    void drawnSubject() {
        User user = world.signUp(ADA);

        assertThat(user.id().value()).startsWith("database|users|").doesNotContain("ada@");
        assertThat(user.primaryIdentity().key().subject()).hasSize(36);
    }

    @Test
    @DisplayName("sends a ticket to the address, and says in the history that there was a signup")
    void ticket() {
        User user = world.signUp(ADA);

        assertThat(world.sent).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(MessageKind.VERIFY_EMAIL);
            assertThat(message.to()).isEqualTo(ADA);
            assertThat(message.expiresAt()).hasValue(world.clock.instant().plusSeconds(5 * 24 * 60 * 60));
        });
        assertThat(world.events(user.id())).containsExactly(EventType.SIGNUP);
    }

    @Test
    @DisplayName("keeps the password apart from the profile: no export has the hash")
    void apart() {
        User user = world.signUp(ADA);
        String hash = world.store
                .credentials()
                .find(AccountsWorld.key(user))
                .orElseThrow()
                .password()
                .orElseThrow()
                .hash();

        assertThat(UserJson.write(world.now(user)).toJson())
                .doesNotContain(hash)
                .doesNotContain("argon2")
                .doesNotContain(SECRET);
    }

    @Test
    @DisplayName("needs a name to log in with")
    void nameless() {
        assertThat(signUp(SignUp.withEmail(" ", Password.of(SECRET)))).isRefusedWith(RefusalCode.INVALID_SIGNUP);
        assertThat(world.sent).isEmpty();
    }

    @Test
    @DisplayName("takes a user name alone, and sends nothing")
    void usernameAlone() {
        User user = world.signUp(SignUp.withUsername("ada", Password.of(SECRET)));

        assertThat(user.email()).isEmpty();
        assertThat(world.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@", "@example.org", "a da@example.org", "ada@exa\u0000mple.org", "a@b@c.org"})
    @DisplayName("refuses what is no address")
    void noAddress(String address) {
        assertThat(signUp(SignUp.withEmail(address, Password.of(SECRET)))).isRefusedWith(RefusalCode.INVALID_ATTRIBUTE);
    }

    @Test
    @DisplayName("refuses text that a store would alter instead of cleaning it in silence")
    void unsafe() {
        assertThat(signUp(ada().set(RootAttribute.NAME, "A\u0000da"))).isRefusedWith(RefusalCode.INVALID_ATTRIBUTE);
        assertThat(signUp(ada().set(RootAttribute.NAME, "A\ud800da"))).isRefusedWith(RefusalCode.INVALID_ATTRIBUTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", ADA, "ADA@EXAMPLE.ORG"})
    @DisplayName("refuses a password that is short, or the address")
    void weak(String password) {
        assertThat(signUp(SignUp.withEmail(ADA, Password.of(password))))
                .isRefusedWith(RefusalCode.UNACCEPTABLE_PASSWORD);
        assertThat(world.store.candidates(EmailAddress.of(ADA), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ADA, "ADA@example.org", "ada@EXAMPLE.org"})
    @DisplayName("refuses an address that a user has, in whatever ASCII case, and tells its owner where that one reads")
    void taken(String spelling) {
        world.signUp(ADA);
        world.sent.clear();

        ChangeResult again = signUp(SignUp.withEmail(spelling, Password.of(SECRET)));

        assertThat(again).isRefusedWith(RefusalCode.LOGIN_NAME_TAKEN);
        assertThat(again.refusal().orElseThrow().publicCode()).isEqualTo("signup_refused");
        assertThat(world.store.candidates(EmailAddress.of(ADA), 10)).hasSize(1);
        assertThat(world.sent).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(MessageKind.ALREADY_SIGNED_UP);
            assertThat(message.to()).isEqualTo(ADA);
        });
    }

    @ParameterizedTest
    @CsvSource({"m\u0131ke@example.org,mike@example.org", "\u017fam@example.org,sam@example.org"})
    @DisplayName("D10: an address that only looks like another is another")
    void lookalike(String one, String other) {
        world.signUp(one);

        assertThat(signUp(SignUp.withEmail(other, Password.of(SECRET)))).isChanged();
    }

    @Test
    @DisplayName("refuses a user name that another user has, and writes to nobody whose address it is not")
    void takenName() {
        world.signUp(SignUp.withUsername("ada", Password.of(SECRET)));

        assertThat(signUp(
                        SignUp.withEmail("eve@example.org", Password.of(SECRET)).set(RootAttribute.USERNAME, "ADA")))
                .isRefusedWith(RefusalCode.LOGIN_NAME_TAKEN);
        assertThat(world.store.candidates(EmailAddress.of("eve@example.org"), 10))
                .isEmpty();
        assertThat(world.sent).isEmpty();
    }

    @Test
    @DisplayName(
            "takes a phone number as it was typed, and keeps nobody else from it: nobody has proved that it is theirs")
    void phoneNumber() {
        SignUp stranger =
                SignUp.withEmail("eve@example.org", Password.of(SECRET)).set(RootAttribute.PHONE_NUMBER, "+491234");
        assertThat(world.signUp(stranger).text(RootAttribute.PHONE_NUMBER)).hasValue("+491234");

        User owner = world.signUp(ada().set(RootAttribute.PHONE_NUMBER, "+491234"));

        assertThat(owner.text(RootAttribute.PHONE_NUMBER)).hasValue("+491234");
        assertThat(world.store.credentials().find("users", LoginName.phoneNumber("+491234")))
                .isEmpty();
    }

    @Test
    @DisplayName("of sixteen simultaneous signups with one address, one is done")
    void race() {
        Queue<ChangeResult> results = new ConcurrentLinkedQueue<>();

        Together.run(16, number -> results.add(signUp(ada())));

        assertThat(results.stream().filter(result -> result.refusal().isEmpty()))
                .hasSize(1);
        assertThat(results.stream().flatMap(result -> result.refusal().stream()))
                .allSatisfy(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.LOGIN_NAME_TAKEN));
        assertThat(world.store.candidates(EmailAddress.of(ADA), 10)).hasSize(1);
    }

    private static JsonObject fields(int count) {
        JsonObject.Builder fields = JsonObject.builder();
        for (int i = 0; i < count; i++) {
            fields.put("field" + i, "text");
        }
        return fields.build();
    }

    @Test
    @DisplayName("takes ten fields of metadata, and no eleventh")
    void metadataFields() {
        assertThat(signUp(ada().userMetadata(fields(11)))).isRefusedWith(RefusalCode.FORBIDDEN_METADATA);
        assertThat(signUp(ada().userMetadata(fields(10)))).isChanged();
    }

    @Test
    @DisplayName("takes 500 characters in each, whatever these take of a string, and no more")
    void metadataCharacters() {
        String emoji = "\ud83d\ude00";

        assertThat(signUp(ada().userMetadata(json("{'a':'" + emoji.repeat(501) + "'}"))))
                .isRefusedWith(RefusalCode.FORBIDDEN_METADATA);
        assertThat(signUp(ada().userMetadata(json("{'a':'" + emoji.repeat(500) + "'}"))))
                .isChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a':1}", "{'a':{}}", "{'a':null}", "{'a.b':'c'}", "{'$a':'c'}", "{'a':'\\u0000'}"})
    @DisplayName("refuses metadata that is no text, or that no edit would be allowed")
    void metadata(String fields) {
        assertThat(signUp(ada().userMetadata(json(fields)))).isRefusedWith(RefusalCode.FORBIDDEN_METADATA);
    }

    @Test
    @DisplayName("the limits on metadata are the application's to change")
    void configured() {
        assertThat(limited(AccountLimit.SIGNUP_METADATA_FIELDS, 1).accounts.signUp(ada().userMetadata(fields(2)), HOME))
                .isRefusedWith(RefusalCode.FORBIDDEN_METADATA);
        assertThat(limited(AccountLimit.SIGNUP_METADATA_CHARACTERS, 3)
                        .accounts
                        .signUp(ada().userMetadata(fields(1)), HOME))
                .isRefusedWith(RefusalCode.FORBIDDEN_METADATA);
    }

    @Test
    @DisplayName("an origin from hostile headers is stored, or dropped, but never fails the signup")
    void origin() {
        Origin hostile = Origin.of(Optional.of("\u0000\ud800"), Optional.of("x".repeat(5_000)), Optional.of(""));

        assertThat(world.accounts.signUp(ada(), hostile)).isChanged();
        assertThat(List.of(hostile.ip(), hostile.userAgent(), hostile.clientId()))
                .containsOnly(Optional.empty());
    }
}
