package dev.onoma.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.credential.StoredPassword;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.user.IdentityKey;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Imported users log in")
class ImportedPasswordTest {
    private static final LoginName ADA = LoginName.of(EmailAddress.of("ada@example.org"));

    private final Importing world = new Importing();

    private Optional<Credential> named(LoginName name) {
        return world.users.credentials().find("main", name);
    }

    private String importing(String... rows) {
        return Importing.run(world.importing(world.users).passwords(this::hash).build(), rows);
    }

    private String upserting(String... rows) {
        return Importing.run(
                world.importing(world.users).upsert().passwords(this::hash).build(), rows);
    }

    /** Hashes of this test begin with "hash"; others cannot be used. */
    private Optional<String> hash(JsonObject fields) {
        String text = ((JsonString) fields.get("password_hash").orElseThrow()).value();
        if (!text.startsWith("hash")) {
            throw new StaleUserException();
        }
        return Optional.of(text);
    }

    @Test
    @DisplayName("by their address, user name and phone number, whether or not they have a password")
    void names() {
        importing("{'email':'Ada@Example.org','username':'Ada','phone_number':'+1'}");

        assertThat(named(ADA)).isPresent();
        assertThat(named(LoginName.username("ada"))).isPresent();
        assertThat(named(LoginName.phoneNumber("+1"))).isPresent();
        assertThat(named(ADA).orElseThrow().password()).isEmpty();
    }

    @Test
    @DisplayName("with the passwords that their rows bring along, as old as the import")
    void password() {
        assertThat(importing("{'user_id':'1','email':'ada@example.org','password_hash':'hash 1'}"))
                .isEqualTo("1 0 0");

        assertThat(named(ADA).orElseThrow().identity()).isEqualTo(new IdentityKey("main", "1"));
        assertThat(named(ADA).orElseThrow().password()).hasValue(new StoredPassword("hash 1", world.clock.instant()));
    }

    @Test
    @DisplayName("unless the hash cannot be used, of which the row fails with the reader's words")
    void unusable() {
        assertThat(importing("{'email':'ada@example.org','password_hash':'what?'}"))
                .isEqualTo("0 0 1");

        assertThat(world.failures())
                .containsExactly("1 invalid_password_hash: the user has changed since it was read, or is gone");
        assertThat(named(ADA)).isEmpty();
    }

    @Test
    @DisplayName("An update gives a password to who has none, and replaces none")
    void updated() {
        importing("{'user_id':'1','email':'ada@example.org'}");

        assertThat(upserting("{'user_id':'1','email':'ada@example.org','password_hash':'hash 1'}"))
                .isEqualTo("0 1 0");
        assertThat(upserting("{'user_id':'1','email':'ada@example.org','password_hash':'hash 2'}"))
                .isEqualTo("0 0 1");

        assertThat(world.failures()).containsExactly("1 not_upsertable: the user has a password already");
        assertThat(named(ADA).orElseThrow().password().orElseThrow().hash()).isEqualTo("hash 1");
    }

    @Test
    @DisplayName("An update of the address changes what the user logs in with, and keeps the password")
    void renamed() {
        importing("{'user_id':'1','email':'ada@example.org','password_hash':'hash 1'}");

        upserting("{'user_id':'1','email':'countess@example.org'}");

        assertThat(named(ADA)).isEmpty();
        Credential now =
                named(LoginName.of(EmailAddress.of("countess@example.org"))).orElseThrow();
        assertThat(now.password().orElseThrow().hash()).isEqualTo("hash 1");
    }

    @Test
    @DisplayName("A row whose login name belongs to another user's account fails, and the others do not")
    void nameTaken() {
        importing("{'user_id':'1','email':'ada@example.org'}");
        Credential hers = named(ADA).orElseThrow();
        world.users.credentials().write(hers.named(LoginName.username("taken")));

        assertThat(importing("{'user_id':'2','username':'taken'}", "{'user_id':'3','username':'free'}"))
                .isEqualTo("1 0 1");

        assertThat(world.failures())
                .containsExactly("1 login_name_taken: another user of the connection logs in with the row's address,"
                        + " user name or phone number");
    }
}
