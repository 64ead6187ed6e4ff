package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.IdSpaces;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.store.UserStore;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the contracts of directories and id spaces find out")
class BrokenDirectoriesTest {
    static class IgnoresCase extends UserDirectoryContract {
        @Override
        protected UserStore newStore() {
            return new InMemoryUserStore();
        }

        @Override
        protected UserDirectory directory(UserStore store) {
            Comparator<String> order = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
            return (after, limit) -> ((InMemoryUserStore) store)
                    .list(Optional.empty(), Integer.MAX_VALUE).stream()
                            .filter(user -> after.isEmpty()
                                    || order.compare(
                                                    user.id().value(),
                                                    after.get().value())
                                            > 0)
                            .sorted(Comparator.comparing(user -> user.id().value(), order))
                            .limit(limit)
                            .toList();
        }
    }

    @Test
    @DisplayName("a directory in the order of a dictionary")
    void ignoresCase() {
        assertThat(ContractRun.failuresOf(IgnoresCase.class))
                .containsExactly("users are listed in the order of their ids by code unit, which no locale's is");
    }

    static class RepeatsTheLast extends UserDirectoryContract {
        @Override
        protected UserStore newStore() {
            return new InMemoryUserStore();
        }

        @Override
        protected UserDirectory directory(UserStore store) {
            return (after, limit) -> ((InMemoryUserStore) store)
                    .list(Optional.empty(), Integer.MAX_VALUE).stream()
                            .filter(user -> after.isEmpty()
                                    || user.id().value().compareTo(after.get().value()) > 0)
                            .limit(limit + 1L)
                            .toList();
        }
    }

    @Test
    @DisplayName("a directory whose pages are longer than asked for")
    void repeatsTheLast() {
        assertThat(ContractRun.failuresOf(RepeatsTheLast.class))
                .containsExactly("pages hold as many as asked for, and together each user once");
    }

    static class LastPinWins extends IdSpacesContract {
        @Override
        protected IdSpaces newIdSpaces() {
            InMemoryUserStore whole = new InMemoryUserStore();
            return new IdSpaces() {
                @Override
                public Optional<String> pinned(String connection) {
                    return whole.pinned(connection);
                }

                @Override
                public String pin(String connection, String idSpace) {
                    whole.repin(connection, idSpace);
                    return idSpace;
                }

                @Override
                public void repin(String connection, String idSpace) {
                    whole.repin(connection, idSpace);
                }
            };
        }
    }

    @Test
    @DisplayName("id spaces where the last pin wins")
    void lastPinWins() {
        assertThat(ContractRun.failuresOf(LastPinWins.class))
                .containsExactlyInAnyOrder(
                        "M1: a second pin changes nothing, and is told the first",
                        "M1: an administrator pins anew, whether or not the connection was pinned",
                        "M1: connections and spaces are compared exactly, and each connection has its own",
                        "M1: of many first pins at once one counts, and all are told which");
    }
}
