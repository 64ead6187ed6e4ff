package dev.onoma.testkit.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.user.IdentityKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about finding credentials by identities and names. */
public abstract class CredentialContract extends AccountPart {
    /** The part, over stores. */
    protected CredentialContract(Supplier<AccountStore> stores) {
        super(stores);
    }

    private Optional<Credential> named(LoginName name) {
        return store().credentials().find(SampleAccounts.HERE, name);
    }

    @Test
    @DisplayName("a credential is found by its identity and by each of its names, as it was written")
    void found() {
        Credential ada = Credential.of(SampleAccounts.key("ada"), SampleAccounts.email("Ada@Example.org"))
                .named(LoginName.username("Ada"))
                .named(LoginName.phoneNumber("+385911234567"))
                .withPassword("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA", SampleAccounts.NOW);
        store().credentials().write(ada);

        isLike(store().credentials().find(ada.identity()), ada);
        isLike(named(LoginName.of(EmailAddress.of("ada@example.ORG"))), ada);
        isLike(named(LoginName.username("aDA")), ada);
        isLike(named(LoginName.phoneNumber("+385911234567")), ada);
    }

    @Test
    @DisplayName("credentials without a password, and without a name, are credentials")
    void bare() {
        Credential passwordless = Credential.of(SampleAccounts.key("1"), SampleAccounts.email("1@example.org"));
        Credential nameless =
                Credential.of(SampleAccounts.key("2"), RootAttributes.NONE).withPassword("hash", SampleAccounts.NOW);
        Credential neither = Credential.of(SampleAccounts.key("3"), RootAttributes.NONE);
        List<Credential> all = List.of(passwordless, nameless, neither);

        all.forEach(store().credentials()::write);

        all.forEach(each -> isLike(store().credentials().find(each.identity()), each));
    }

    @Test
    @DisplayName("a name leads to its connection's credential alone, and as what it is alone")
    void elsewhere() {
        written(SampleAccounts.credential("1", SampleAccounts.username("+385911234567")));
        Credential other = Credential.of(new IdentityKey("other", "1"), SampleAccounts.phoneNumber("+385917654321"));
        store().credentials().write(other);

        assertThat(named(LoginName.phoneNumber("+385911234567"))).isEmpty();
        assertThat(named(LoginName.username("+385917654321"))).isEmpty();
        assertThat(named(LoginName.phoneNumber("+385917654321"))).isEmpty();
        assertThat(store().credentials().find("other", LoginName.username("+385911234567")))
                .isEmpty();
        isLike(store().credentials().find("other", LoginName.phoneNumber("+385917654321")), other);
        isLike(store().credentials().find(other.identity()), other);
    }

    @Test
    @DisplayName("names are compared exactly, whatever looks alike to a database")
    void exact() {
        List<String> names = List.of(
                "sam",
                "\u017fam",
                "kim",
                "\u212aim",
                "mike",
                "m\u0131ke",
                "cafe",
                "caf\u00e9",
                "cafe\u0301",
                "\u00c9",
                "\u00e9",
                "strasse",
                "stra\u00dfe",
                "a_b",
                "a%b",
                "def",
                "def ",
                "7",
                "007",
                "\ud83d\ude00",
                "\ud83d\ude01");
        names.forEach(name -> written(SampleAccounts.credential("of " + name, SampleAccounts.username(name))));

        for (String name : names) {
            assertThat(named(LoginName.username(name)).map(Credential::identity))
                    .as(name)
                    .contains(SampleAccounts.key("of " + name));
        }
    }

    @Test
    @DisplayName("names and hashes as long as they may be are kept whole, and told apart by their last characters")
    void longest() {
        String wide = "\ud83d\ude00";
        String host = "@" + wide.repeat(188) + "x";
        Credential one = Credential.of(SampleAccounts.key("1"), SampleAccounts.email(wide.repeat(64) + host + "1"))
                .named(LoginName.username(wide.repeat(127) + "1"))
                .withPassword("x".repeat(2_000), SampleAccounts.NOW);
        Credential other = Credential.of(SampleAccounts.key("2"), SampleAccounts.email(wide.repeat(64) + host + "2"))
                .named(LoginName.username(wide.repeat(127) + "2"))
                .withPassword("y".repeat(2_000), SampleAccounts.NOW);

        store().credentials().write(one);
        store().credentials().write(other);

        for (Credential each : List.of(one, other)) {
            isLike(store().credentials().find(each.identity()), each);
            each.names().forEach((kind, key) -> isLike(named(new LoginName(kind, key)), each));
        }
    }

    @Test
    @DisplayName("text that no store can hold is nobody's name")
    void unsafe() {
        written(SampleAccounts.credential("1", SampleAccounts.username("ada")));

        assertThat(named(LoginName.username("ada\u0000"))).isEmpty();
        assertThat(named(LoginName.username("ada\ud800"))).isEmpty();
    }

    @Test
    @DisplayName("two stores share no credentials: a name that is taken in one is free in the other")
    void apart() {
        written(SampleAccounts.credential("1"));
        AccountStore other = anotherStore();

        assertThat(other.credentials().find(SampleAccounts.key("1"))).isEmpty();
        assertThat(other.credentials().find(SampleAccounts.HERE, LoginName.of(EmailAddress.of("1@example.org"))))
                .isEmpty();
        other.credentials().write(SampleAccounts.credential("2", SampleAccounts.email("1@example.org")));
        assertThatExceptionOfType(LoginNameTakenException.class)
                .isThrownBy(() -> other.credentials()
                        .write(SampleAccounts.credential("3", SampleAccounts.email("1@example.org"))));
        isLike(named(LoginName.of(EmailAddress.of("1@example.org"))), SampleAccounts.credential("1"));
    }
}
