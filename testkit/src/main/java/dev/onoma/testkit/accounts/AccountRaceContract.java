package dev.onoma.testkit.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.User;
import dev.onoma.testkit.races.Together;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about credentials at the same time. */
public abstract class AccountRaceContract extends AccountPart {
    private static final int THREADS = 64;

    /** The part, over stores. */
    protected AccountRaceContract(Supplier<AccountStore> stores) {
        super(stores);
    }

    @Test
    @DisplayName("of 64 signups of one name at once, one succeeds, and nothing is left of the others")
    void signups() {
        List<User> users = IntStream.range(0, THREADS)
                .mapToObj(i -> SampleAccounts.user("race " + i))
                .toList();

        List<Optional<RuntimeException>> thrown = Together.attempt(
                THREADS,
                i -> store().credentials()
                        .write(
                                new UserChange.Insert(users.get(i)),
                                SampleAccounts.credential("race " + i, SampleAccounts.username("ada"))));

        User winner = users.get(Together.onlyWinner(thrown, LoginNameTakenException.class));
        assertThat(users.stream().filter(user -> store().find(user.id()).isPresent()))
                .as("users that are there")
                .containsExactly(winner);
        assertThat(users.stream()
                        .filter(user -> store().credentials()
                                .find(user.primaryIdentity().key())
                                .isPresent()))
                .as("users with a credential")
                .containsExactly(winner);
    }

    @Test
    @DisplayName("of 16 first credentials of one identity at once, one succeeds")
    void firstOnes() {
        List<Optional<RuntimeException>> thrown = Together.attempt(
                16, i -> store().credentials().write(SampleAccounts.credential("1", SampleAccounts.username("n" + i))));

        int winner = Together.onlyWinner(thrown, StaleUserException.class);
        isLike(
                store().credentials().find(SampleAccounts.key("1")),
                SampleAccounts.credential("1", SampleAccounts.username("n" + winner)));
    }

    @Test
    @DisplayName("T2: of a rehash and 15 changes of a password at once, all from one version, one succeeds")
    void passwords() {
        Credential read = written(SampleAccounts.credential("1"));
        List<Credential> changes = IntStream.range(0, 16)
                .mapToObj(i -> i == 0
                        ? read.withPassword(read.password().orElseThrow().rehashed("rehashed"))
                        : read.withPassword("chosen " + i, SampleAccounts.END))
                .toList();

        List<Optional<RuntimeException>> thrown =
                Together.attempt(16, i -> store().credentials().write(changes.get(i)));

        int winner = Together.onlyWinner(thrown, StaleUserException.class);
        isLike(store().credentials().find(read.identity()), changes.get(winner));
    }

    @Test
    @DisplayName("L7: a change of a password beside the deletion of its user leaves no credential")
    void deletion() {
        for (int round = 0; round < 10; round++) {
            StoredUser user = inserted(SampleAccounts.user("1"));
            Credential read = written(SampleAccounts.credential("1"));

            List<Optional<RuntimeException>> thrown = Together.attempt(2, i -> {
                if (i == 0) {
                    store().write(new UserChange.Delete(user));
                } else {
                    store().credentials().write(read.withPassword("chosen", SampleAccounts.END));
                }
            });

            assertThat(thrown.get(0)).as("what the deletion was told").isEmpty();
            thrown.get(1).ifPresent(late -> assertThat(late).isInstanceOf(StaleUserException.class));
            hasNoCredential(read.identity());
        }
    }
}
