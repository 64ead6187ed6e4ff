package dev.onoma.testkit.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.store.DuplicateIdentityException;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.store.ImportStore;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoreConflictException;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract of imports about credentials that come with users. */
public abstract class ImportedCredentialsContract {
    private static final ImportProgress BEGIN = ImportProgress.none("fingerprint");

    private final Supplier<UserStore> stores;
    private final Function<UserStore, ImportStore> imports;
    private @Nullable UserStore store;

    /** The part, over stores. */
    protected ImportedCredentialsContract(Supplier<UserStore> stores, Function<UserStore, ImportStore> imports) {
        this.stores = stores;
        this.imports = imports;
    }

    /** Opened at first use, when whoever extends the contract is ready. */
    private UserStore store() {
        if (store == null) {
            store = stores.get();
        }
        return store;
    }

    private ImportStore imports() {
        return imports.apply(store());
    }

    private static UserChange insert(String subject) {
        return new UserChange.Insert(SampleAccounts.user(subject));
    }

    private Optional<Credential> credential(String subject) {
        return imports().credentials(List.of(SampleAccounts.key(subject))).stream()
                .findFirst();
    }

    /** Two users with their credentials, from the first batch of an import. */
    private ImportProgress begun() {
        imports()
                .write(
                        List.of(insert("1"), insert("2")),
                        List.of(SampleAccounts.credential("1"), SampleAccounts.credential("2")),
                        BEGIN,
                        BEGIN.plus(2, 0, 0));
        return BEGIN.plus(2, 0, 0);
    }

    @Test
    @DisplayName("credentials of a batch are written with its users, and read back by their identities")
    void written() {
        List<UserChange> changes = new ArrayList<>();
        List<Credential> credentials = new ArrayList<>();
        List<IdentityKey> identities = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String subject = "{\"" + i + "\", NULL}\\";
            changes.add(insert(subject));
            Credential credential = SampleAccounts.credential(subject, SampleAccounts.username("u,\"" + i));
            credentials.add(i % 2 == 0 ? credential : credential.withoutPassword());
            identities.add(SampleAccounts.key(subject));
        }
        identities.add(SampleAccounts.key("nobody"));
        identities.add(new IdentityKey("other", "1"));
        credentials.add(Credential.of(new IdentityKey("other", "1"), SampleAccounts.username("u,\"1")));

        imports().write(changes, credentials, BEGIN, BEGIN.plus(1_000, 0, 0));

        List<Credential> found = imports().credentials(identities);
        assertThat(found).hasSize(1_001);
        for (Credential credential : credentials) {
            AccountPart.isLike(
                    found.stream()
                            .filter(each -> each.identity().equals(credential.identity()))
                            .findFirst(),
                    credential);
        }
        assertThat(imports().credentials(List.of())).isEmpty();
    }

    @Test
    @DisplayName("T2: known credentials are written over at the versions that were read")
    void updated() {
        ImportProgress now = begun();
        Credential first = credential("1").orElseThrow();
        Credential renamed = first.named(LoginName.username("ada")).withoutPassword();

        imports().write(List.of(insert("3")), List.of(renamed, SampleAccounts.credential("3")), now, now.plus(1, 1, 0));

        AccountPart.isLike(credential("1"), renamed);
        AccountPart.isLike(credential("2"), SampleAccounts.credential("2"));
        AccountPart.isLike(credential("3"), SampleAccounts.credential("3"));
        assertThat(credential("1").orElseThrow().version()).isNotEqualTo(first.version());
    }

    @Test
    @DisplayName("T3: of a batch with a credential that has changed, or is there already, nothing is written")
    void stale() {
        ImportProgress now = begun();
        Credential read = credential("1").orElseThrow();
        ImportProgress next = now.plus(0, 1, 0);
        imports().write(List.of(), List.of(read.withPassword("chosen", SampleAccounts.END)), now, next);

        refuses(StaleUserException.class, next, read);
        refuses(StaleUserException.class, next, SampleAccounts.credential("2", SampleAccounts.username("other")));

        assertThat(credential("1").orElseThrow().password())
                .isEqualTo(read.withPassword("chosen", SampleAccounts.END).password());
    }

    @Test
    @DisplayName("T3: of a batch with a name that is taken, in the store or in the batch, nothing is written")
    void taken() {
        ImportProgress now = begun();
        Credential first = credential("1").orElseThrow();

        refuses(
                LoginNameTakenException.class,
                now,
                SampleAccounts.credential("3", SampleAccounts.email("1@example.org")));
        refuses(LoginNameTakenException.class, now, first.named(SampleAccounts.email("2@example.org")));
        refuses(
                LoginNameTakenException.class,
                now,
                SampleAccounts.credential("3", SampleAccounts.username("ada")),
                SampleAccounts.credential("4", SampleAccounts.username("ada")));

        AccountPart.isLike(credential("1"), first);
        assertThat(credential("4")).isEmpty();
    }

    @Test
    @DisplayName("T3: credentials beside a user that is known already are not written")
    void known() {
        ImportProgress now = begun();
        User known = SampleAccounts.user("1");

        assertThatExceptionOfType(DuplicateIdentityException.class)
                .isThrownBy(() -> imports()
                        .write(
                                List.of(new UserChange.Insert(known)),
                                List.of(SampleAccounts.credential("3")),
                                now,
                                now.plus(1, 0, 0)));

        assertThat(credential("3")).isEmpty();
    }

    /** A batch of a new user and those credentials fails in that way, and leaves nothing. */
    private void refuses(
            Class<? extends StoreConflictException> problem, ImportProgress now, Credential... credentials) {
        assertThatExceptionOfType(problem)
                .isThrownBy(() -> imports().write(List.of(insert("3")), List.of(credentials), now, now.plus(1, 0, 0)));

        assertThat(store().find(SampleAccounts.user("3").id())).isEmpty();
        assertThat(credential("3")).isEmpty();
        assertThat(imports().progress("fingerprint")).contains(now);
    }
}
