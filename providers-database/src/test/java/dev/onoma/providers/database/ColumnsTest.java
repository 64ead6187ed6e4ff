package dev.onoma.providers.database;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.attribute.RootAttribute.USERNAME;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.ProviderKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a user table")
class ColumnsTest {
    private static Normalization normalization(Columns columns, String row) {
        return Database.connection("users", columns).build().normalize(claims(row));
    }

    private static Claims claims(String row) {
        return Claims.of((JsonObject) JsonValue.parse(row), Evidence.IMPORT);
    }

    @Test
    @DisplayName("is a database, whose profiles are set at the first login and then edited, pairs and user names too")
    void preset() {
        Connection users = Database.connection("users").build();

        assertThat(users.provider().name()).isEqualTo("database");
        assertThat(users.provider().kind()).isEqualTo(ProviderKind.DATABASE);
        assertThat(users.provider().isOpenIdConnect()).isFalse();
        assertThat(users.syncPolicy()).isEqualTo(SyncPolicy.ON_FIRST_LOGIN);
        assertThat(users.rule(EMAIL)).isEqualTo(SyncRule.ON_FIRST_LOGIN);
        assertThat(users.rule(USERNAME)).isEqualTo(SyncRule.ON_FIRST_LOGIN);
        assertThat(users.isEditable(EMAIL)).isTrue();
    }

    @Test
    @DisplayName("may have columns of its own names, those of pairs and in JSON columns included")
    void ownNames() {
        Columns columns = Database.columns()
                .id("uid")
                .column(NAME, "full_name")
                .column(GIVEN_NAME, "person.first")
                .column(EMAIL, "mail")
                .verifiedColumn(EMAIL, "mail_ok")
                .column(PHONE_NUMBER, "msisdn")
                .verifiedColumn(PHONE_NUMBER, "msisdn_ok");

        assertThat(normalization(columns, """
                        {"uid": 42, "user_id": "x", "full_name": "Petra Kovač", "person": {"first": "Petra"},
                         "mail": "petra@example.com", "mail_ok": true, "msisdn": "+385911234567", "msisdn_ok": "TRUE",
                         "name": "not this one", "email": "not@this.one", "email_verified": false}
                        """))
                .isProfile()
                .hasSubject("42")
                .hasText(NAME, "Petra Kovač")
                .hasText(GIVEN_NAME, "Petra")
                .hasVerifiedEmail("petra@example.com")
                .hasVerifiedPhone("+385911234567")
                .doesNotStore("user_id")
                .doesNotStore("name")
                .doesNotStore("email")
                .hasNoWarnings();
    }

    @Test
    @DisplayName("without its id column gives no subject, whatever else is called user_id")
    void missingId() {
        assertThat(normalization(Database.columns().id("uid"), "{\"user_id\": \"42\", \"id\": 42}"))
                .isRefusedWith(RefusalCode.MISSING_SUBJECT);
    }

    @Test
    @DisplayName("may lack attributes, whose columns are then others' and not stored")
    void without() {
        Columns columns = Database.columns().without(NICKNAME).without(EMAIL).without(PICTURE);

        assertThat(normalization(columns, """
                        {"user_id": "42", "nickname": "petra", "email": "petra@example.com", "email_verified": true,
                         "picture": "https://example.com/p.png"}
                        """))
                .isProfile()
                .hasNo(EMAIL)
                .hasNo(PICTURE)
                .derives(NICKNAME, "42")
                .hasProfileData("{\"user_id\": \"42\"}");
    }

    @Test
    @DisplayName("may have an address without a flag: then it is not verified")
    void noFlag() {
        Columns columns = Database.columns().without(EMAIL).column(EMAIL, "mail");

        assertThat(normalization(
                        columns, "{\"user_id\": \"42\", \"mail\": \"p@example.com\", \"email_verified\": true}"))
                .isProfile()
                .hasUnverifiedEmail("p@example.com")
                .doesNotStore("email_verified");
    }

    @Test
    @DisplayName("M9: stores mapped and kept columns only, and nothing in them that is named like a secret")
    void keptColumns() {
        assertThat(normalization(Database.columns().keep("plan", "settings"), """
                        {"user_id": "42", "name": "Petra", "plan": "full", "tenant": 7,
                         "settings": {"theme": "dark", "apiToken": "t", "all": [{"password_hash": "h", "a": 1}]},
                         "password": "p", "PASSWORD_HASH": "h", "reset-token": "r", "clientSecret": "s"}
                        """))
                .isProfile()
                .hasProfileData("""
                        {"user_id": "42", "name": "Petra", "plan": "full",
                         "settings": {"theme": "dark", "all": [{"a": 1}]}}
                        """);
    }

    @Test
    @DisplayName("M9: refuses to keep, or to map, a column that is named like a secret")
    void secretColumns() {
        for (String name : new String[] {"password", "passwordHash", "api_token", "CLIENT-SECRET", " "}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Database.connection("users", Database.columns().keep(name)))
                    .withMessage("column \"" + name + "\" cannot be kept: blank, or named like a secret");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Database.connection("users", Database.columns().column(NAME, "secret.name")))
                .withMessage("provider database maps the column \"secret.name\", which is named like a secret");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Database.connection("users", Database.columns().id("token")))
                .withMessage("provider database maps the column \"token\", which is named like a secret");
    }

    @Test
    @DisplayName("has flags for pairs only")
    void flagsOfPairs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Database.columns().verifiedColumn(NAME, "name_ok"))
                .withMessage("name has no verified flag");
    }

    @Test
    @DisplayName("S7: has user names in lower case")
    void usernames() {
        assertThat(normalization(Database.columns(), "{\"user_id\": \"42\", \"username\": \"Petra.KOVAC\"}"))
                .isProfile()
                .hasText(USERNAME, "petra.kovac")
                .derives(NICKNAME, "petra.kovac");
    }
}
