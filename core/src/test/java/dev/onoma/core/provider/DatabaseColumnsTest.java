package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.USERNAME;
import static dev.onoma.core.provider.Mapped.claims;
import static dev.onoma.core.provider.Mapped.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonValue;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseColumnsTest {
    private static Provider.Builder table() {
        return Provider.named("database")
                .database()
                .subject("id")
                .attribute(NAME, "profile.name | full_name")
                .attribute(USERNAME, "login")
                .email("mail", Flag.claim("mail_confirmed"));
    }

    private static NormalizedProfile row(Provider.Builder table, String json) {
        return profile(table, claims(json, Evidence.IMPORT));
    }

    @Test
    @DisplayName("M9: a database connection stores only mapped and kept columns")
    void columns() {
        NormalizedProfile profile = row(
                table().keepColumns(Set.of("locale")),
                "{\"id\":1,\"full_name\":\"Ada\",\"login\":\"ada\",\"mail\":\"a@b\",\"mail_confirmed\":true,"
                        + "\"locale\":\"en\",\"salary\":1,\"profile\":{}}");

        assertThat(profile.profileData().names())
                .containsExactly("id", "full_name", "login", "mail", "mail_confirmed", "locale", "profile");
    }

    @Test
    @DisplayName("M9: fields named like secrets are never stored, however deep in a stored column")
    void nestedSecrets() {
        NormalizedProfile profile = row(
                table(),
                "{\"id\":1,\"profile\":{\"name\":\"Ada\",\"password\":\"x\",\"a\":[{\"apiToken\":\"x\",\"b\":1},[{\"hash\":2}]]}}");

        assertThat(profile.profileData().toJson())
                .isEqualTo("{\"id\":1,\"profile\":{\"name\":\"Ada\",\"a\":[{\"b\":1},[{}]]}}");
        assertThat(profile.text(NAME)).contains("Ada");
    }

    @Test
    @DisplayName("other providers store what they were told, whatever its name")
    void otherProviders() {
        String json = "{\"id\":1,\"token_endpoint_auth\":\"x\",\"salary\":1}";

        assertThat(row(Provider.named("example").subject("id"), json)
                        .profileData()
                        .toJson())
                .isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD",
                "Password",
                "password_hash",
                "passwordHash",
                "hashed_password",
                "old-password",
                "user.password",
                "access_token",
                "accessToken",
                "clientSecret",
                "secret",
                "SECRET_KEY",
                "hash",
                "md5Hash",
                "APIToken",
                "userIDHash",
                "reset token",
                "_token_",
                "token1_token",
                "a/hash"
            })
    @DisplayName("M9: a name with the word password, hash, secret or token is a secret's")
    void secrets(String name) {
        assertThat(SecretNames.isSecret(name)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().keepColumns(Set.of(name)))
                .withMessage("column \"" + name + "\" cannot be kept: blank, or named like a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hashtag", "secretary", "name", "id", "passwordless", "rehash", "\u0442oken"})
    @DisplayName("M9: a name that only contains such letters is none")
    void noSecrets(String name) {
        assertThat(SecretNames.isSecret(name)).isFalse();
    }

    @Test
    @DisplayName("M9: values that are neither objects nor arrays have no fields to lose")
    void values() {
        assertThat(SecretNames.withoutSecrets(JsonValue.parse("[1,\"token\",null,true]"))
                        .toJson())
                .isEqualTo("[1,\"token\",null,true]");
    }

    @Test
    @DisplayName("M9: building a database provider that maps a secret column is refused, naming the column")
    void mappedSecrets() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> table().attribute(NAME, "account.password_hash").build())
                .withMessage(
                        "provider database maps the column \"account.password_hash\", which is named like a secret");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> table().attribute(NAME, "nick | password_hash").build())
                .withMessage("provider database maps the column \"password_hash\", which is named like a secret");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> table().phone("phone", Flag.claim("sms_token")).build())
                .withMessage("provider database maps the column \"sms_token\", which is named like a secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Provider.named("database").database().subject("token").build())
                .withMessage("provider database maps the column \"token\", which is named like a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    @DisplayName("a kept column has a name")
    void blankColumn(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().keepColumns(Set.of("locale", name)))
                .withMessage("column \"" + name + "\" cannot be kept: blank, or named like a secret");
    }

    @Test
    @DisplayName("only a database has columns to keep and user names")
    void onlyDatabases() {
        String message = "provider example is no database: it has no columns to keep and no user names";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("example")
                        .subject("id")
                        .keepColumns(Set.of("a"))
                        .build())
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("example")
                        .social()
                        .subject("id")
                        .attribute(USERNAME, "login")
                        .build())
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("example")
                        .passwordless()
                        .subject("id")
                        .attribute(USERNAME, "l")
                        .build())
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"Ada, ada", "ADA_99, ada_99", "ada, ada"})
    @DisplayName("S7: user names are lower-cased")
    void usernames(String login, String username) {
        assertThat(row(table(), "{\"id\":1,\"login\":\"" + login + "\"}").text(USERNAME))
                .contains(username);
    }

    @Test
    @DisplayName("S7: nothing else is lower-cased")
    void otherAttributes() {
        NormalizedProfile profile = row(table(), "{\"id\":1,\"full_name\":\"Ada\",\"mail\":\"Ada@B\"}");

        assertThat(profile.text(NAME)).contains("Ada");
        assertThat(profile.text(dev.onoma.core.attribute.RootAttribute.EMAIL)).contains("Ada@B");
    }
}
