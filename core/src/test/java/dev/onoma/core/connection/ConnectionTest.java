package dev.onoma.core.connection;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
    private static final Provider SOCIAL = Provider.named("example")
            .social()
            .subject("id")
            .email("email", Flag.unsaid())
            .build();

    private static Connection.Builder connection() {
        return Connection.of("example", SOCIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"google-oauth2", "a", "Username-Password-Authentication", "\u00e9", "users", "Admin", "a.b/c:d"})
    @DisplayName("a connection has a name of its own")
    void names(String name) {
        Connection connection = Connection.of(name, SOCIAL).build();

        assertThat(connection.name()).isEqualTo(name);
        assertThat(connection.asOwner()).isEqualTo(new Owner(name));
        assertThat(connection.asOwner().isConnection()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a|b", "|", "a\n", "\u00a0a", "a\u0000", "a\u007f", "a\u0085", "a\ud800"})
    @DisplayName("L6: a connection's name holds no bar, no white space and no control character")
    void noNames(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connection.of(name, SOCIAL))
                .withMessage("connection name must be 1 to 128 characters without | and without white space or control"
                        + " characters");
    }

    @Test
    @DisplayName("a connection's name has at most 128 characters")
    void longestName() {
        assertThat(Connection.of("\ud83d\ude00".repeat(128), SOCIAL).build().name())
                .hasSize(256);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connection.of("\ud83d\ude00".repeat(129), SOCIAL))
                .withMessageStartingWith("connection name must be 1 to 128 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "admin", "import", "derived"})
    @DisplayName("a connection is never named like another owner of attributes")
    void reservedNames(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connection.of(name, SOCIAL))
                .withMessage("connection name must not be \"" + name + "\", which names another owner of attributes");
    }

    @Test
    @DisplayName("S2, S7: logins write each time by default, at databases and passwordless connections the first time")
    void defaultPolicy() {
        Provider enterprise = Provider.named("example").subject("id").build();
        Provider database = Provider.named("example").subject("id").database().build();
        Provider passwordless =
                Provider.named("example").subject("id").passwordless().build();

        assertThat(connection().build().syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
        assertThat(Connection.of("a", enterprise).build().syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
        assertThat(Connection.of("a", database).build().syncPolicy()).isEqualTo(SyncPolicy.ON_FIRST_LOGIN);
        assertThat(Connection.of("a", passwordless).build().syncPolicy()).isEqualTo(SyncPolicy.ON_FIRST_LOGIN);
    }

    @Test
    @DisplayName("all that is dangerous is off by default")
    void defaults() {
        Connection connection = connection().build();

        assertThat(connection.linkPolicy()).isEqualTo(LinkPolicy.NEVER);
        assertThat(connection.isTrustedForLinking()).isFalse();
        assertThat(connection.emailTrust()).isEqualTo(EmailTrust.fromClaim());
        assertThat(connection.derivation().gravatar()).isFalse();
        assertThat(connection.limits()).isEqualTo(Limits.STANDARD);
        assertThat(connection.metadataMigration()).isEmpty();
        assertThat(connection.idSpace()).isEmpty();
        assertThat(connection.provider()).isSameAs(SOCIAL);
    }

    @Test
    @DisplayName("what was configured is there")
    void configured() {
        Limits limits = Limits.STANDARD.with(Limit.NAME_CHARACTERS, 5);
        Connection connection = connection()
                .syncPolicy(SyncPolicy.ON_FIRST_LOGIN)
                .linkPolicy(LinkPolicy.AUTOMATIC)
                .trustForLinking()
                .emailTrust(EmailTrust.never())
                .leakAddressHashToGravatar()
                .limits(limits)
                .migrateUserMetadata(NAME, "display_name")
                .migrateUserMetadata(PICTURE, "avatar")
                .idSpace("https://idp.example.org")
                .build();

        assertThat(connection.syncPolicy()).isEqualTo(SyncPolicy.ON_FIRST_LOGIN);
        assertThat(connection.linkPolicy()).isEqualTo(LinkPolicy.AUTOMATIC);
        assertThat(connection.isTrustedForLinking()).isTrue();
        assertThat(connection.emailTrust()).isEqualTo(EmailTrust.never());
        assertThat(connection.derivation().gravatar()).isTrue();
        assertThat(connection.limits()).isEqualTo(limits);
        assertThat(connection.metadataMigration()).isEqualTo(Map.of(NAME, "display_name", PICTURE, "avatar"));
        assertThat(connection.idSpace()).contains("https://idp.example.org");
        assertThatThrownBy(() -> connection.metadataMigration().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "USERNAME", "PHONE_NUMBER"})
    @DisplayName("S8: metadata moves to the five attributes that the mode governs, and to no other")
    void migration(RootAttribute attribute) {
        String message = "user metadata can move to name, given_name, family_name, nickname and picture only, from a"
                + " field with a name";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection().migrateUserMetadata(attribute, "field"))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection().migrateUserMetadata(NAME, " "))
                .withMessage(message);
    }

    @Test
    @DisplayName("a denied claim and an id space have names")
    void blankNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection().deny("email", " "))
                .withMessage("a denied claim must have a name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection().idSpace(""))
                .withMessage("an id space must have a name");
    }

    @Test
    @DisplayName("L6: a connection whose user ids could be over the limit is refused")
    void longestUserId() {
        Limits exact = Limits.STANDARD.with(Limit.USER_ID_CHARACTERS, 7 + 1 + 7 + 1 + 255);
        Limits narrower = exact.with(Limit.USER_ID_CHARACTERS, 270);

        assertThat(connection().limits(exact).build().name()).isEqualTo("example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection().limits(narrower).build())
                .withMessage("connection \"example\" could give user ids of 271 characters, over the limit of 270");
    }

    @Test
    @DisplayName("L6: the longest names and the longest subject fit the standard limit")
    void standardUserId() {
        Provider longest = Provider.named("a".repeat(30)).subject("id").build();

        assertThat(Connection.of("\ud83d\ude00".repeat(128), longest).build().provider())
                .isSameAs(longest);
    }

    @Test
    @DisplayName("a connection's parts are there")
    void nothingMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> Connection.of(null, SOCIAL))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> Connection.of("a", null))
                .withMessage("provider");
        assertThatNullPointerException()
                .isThrownBy(() -> connection().syncPolicy(null))
                .withMessage("policy");
        assertThatNullPointerException()
                .isThrownBy(() -> connection().linkPolicy(null))
                .withMessage("policy");
        assertThatNullPointerException()
                .isThrownBy(() -> connection().emailTrust(null))
                .withMessage("trust");
        assertThatNullPointerException()
                .isThrownBy(() -> connection().limits(null))
                .withMessage("values");
    }

    @Test
    @DisplayName("S7: an attribute is editable unless each login writes it")
    void editable() {
        Connection eachLogin = connection().build();
        Connection firstLogin =
                connection().syncPolicy(SyncPolicy.ON_FIRST_LOGIN).build();
        Connection overridden = connection()
                .syncPolicy(SyncPolicy.ON_EACH_LOGIN
                        .override(NAME, SyncRule.UNTIL_EDITED)
                        .override(EMAIL, SyncRule.WHEN_EMPTY)
                        .override(PICTURE, SyncRule.NEVER_ON_LOGIN))
                .build();

        assertThat(eachLogin.isEditable(NAME)).isFalse();
        assertThat(eachLogin.isEditable(EMAIL)).isFalse();
        assertThat(firstLogin.isEditable(NAME)).isTrue();
        assertThat(firstLogin.isEditable(EMAIL)).isFalse();
        assertThat(Set.of(NAME, EMAIL, PICTURE)).allMatch(overridden::isEditable);
        assertThat(overridden.rule(NAME)).isEqualTo(SyncRule.UNTIL_EDITED);
        assertThat(overridden.isEditable(RootAttribute.GIVEN_NAME)).isFalse();
    }

    @Test
    @DisplayName("prints its configuration")
    void printing() {
        assertThat(connection().linkPolicy(LinkPolicy.PROPOSE).build())
                .hasToString("Connection[example, Provider[example], " + SyncPolicy.ON_EACH_LOGIN + ", link=propose]");
    }

    @ParameterizedTest
    @CsvSource({"NEVER, never", "PROPOSE, propose", "AUTOMATIC, automatic"})
    @DisplayName("link policies are named by their words in configuration")
    void linkPolicies(LinkPolicy policy, String word) {
        assertThat(policy.word()).isEqualTo(word);
        assertThat(LinkPolicy.named(word)).contains(policy);
        assertThat(LinkPolicy.named(policy.name())).isEmpty();
    }
}
