package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.search.Condition;
import dev.onoma.core.search.Cursor;
import dev.onoma.core.search.Query;
import dev.onoma.core.search.Range;
import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.search.Sort;
import dev.onoma.core.store.IdSpaces;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.User;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the contracts of directories and id spaces find out")
class BrokenDirectoriesTest {
    /** A directory over a whole one. */
    abstract static class Broken extends UserDirectoryContract {
        @Override
        protected UserStore newStore() {
            return new InMemoryUserStore();
        }

        @Override
        protected UserDirectory directory(UserStore store) {
            return request -> search((InMemoryUserStore) store, request);
        }

        abstract SearchPage search(InMemoryUserStore whole, SearchRequest request);
    }

    static class ForgetsTheOrder extends Broken {
        @Override
        SearchPage search(InMemoryUserStore whole, SearchRequest request) {
            List<User> users = new ArrayList<>(whole.search(request).users());
            Collections.reverse(users);
            return new SearchPage(users, whole.search(request).next());
        }
    }

    @Test
    @DisplayName("a directory whose pages are in no order")
    void forgetsTheOrder() {
        assertThat(ContractRun.failuresOf(ForgetsTheOrder.class))
                .contains(
                        "users whose ids are ASCII are listed in their order, which no locale's is",
                        "users are in the order asked for, equal ones by user id, and those without a value last");
    }

    static class AlwaysAscends extends Broken {
        @Override
        SearchPage search(InMemoryUserStore whole, SearchRequest request) {
            SearchRequest.Builder ascending = SearchRequest.builder()
                    .query(request.query())
                    .limit(request.limit())
                    .offset(request.offset());
            Sort sort = new Sort(request.sort().field(), true);
            request.after().ifPresent(after -> {
                User last = whole.find(after.id()).orElseThrow().user();
                ascending.after(Cursor.after(last, sort));
            });
            SearchPage page = whole.search(ascending.sort(sort).build());
            return new SearchPage(
                    page.users(),
                    page.next()
                            .map(next ->
                                    Cursor.after(page.users().get(page.users().size() - 1), request.sort())));
        }
    }

    @Test
    @DisplayName("a directory that does not descend")
    void alwaysAscends() {
        assertThat(ContractRun.failuresOf(AlwaysAscends.class))
                .contains("users are in the order asked for, equal ones by user id, and those without a value last")
                .doesNotContain("queries made at random find what they mean");
    }

    static class RepeatsTheLast extends Broken {
        @Override
        SearchPage search(InMemoryUserStore whole, SearchRequest request) {
            SearchPage page = whole.search(request);
            List<User> users = new ArrayList<>(page.users());
            page.next().ifPresent(next -> users.add(users.get(users.size() - 1)));
            return new SearchPage(users, page.next());
        }
    }

    @Test
    @DisplayName("a directory whose pages are longer than asked for")
    void repeatsTheLast() {
        assertThat(ContractRun.failuresOf(RepeatsTheLast.class))
                .contains("pages hold as many as asked for, and together each user once");
    }

    /** Each query is answered, but for one thing. */
    abstract static class Misunderstands extends Broken {
        @Override
        SearchPage search(InMemoryUserStore whole, SearchRequest request) {
            SearchRequest.Builder other = SearchRequest.builder()
                    .query(misunderstood(request.query()))
                    .sort(request.sort())
                    .limit(request.limit())
                    .offset(request.offset());
            request.after().ifPresent(other::after);
            return whole.search(other.build());
        }

        abstract Query misunderstood(Query query);
    }

    static class IgnoresNot extends Misunderstands {
        @Override
        Query misunderstood(Query query) {
            return query instanceof Query.Not not ? not.query() : query;
        }
    }

    @Test
    @DisplayName("a directory that does not understand NOT")
    void ignoresNot() {
        assertThat(ContractRun.failuresOf(IgnoresNot.class))
                .contains("each kind of condition on each field finds what it means");
    }

    static class IncludesBounds extends Misunderstands {
        @Override
        Query misunderstood(Query query) {
            return query instanceof Query.Clause clause && clause.condition() instanceof Condition.NumberBetween between
                    ? new Query.Clause(
                            clause.field(),
                            new Condition.NumberBetween(new Range<>(
                                    inclusive(between.range().from()),
                                    inclusive(between.range().to()))))
                    : query;
        }

        private static Optional<Range.Bound<BigDecimal>> inclusive(Optional<Range.Bound<BigDecimal>> bound) {
            return bound.map(each -> new Range.Bound<>(each.value(), true));
        }
    }

    @Test
    @DisplayName("a directory that takes the excluded bounds of a range for included ones")
    void includesBounds() {
        assertThat(ContractRun.failuresOf(IncludesBounds.class))
                .containsExactly("each kind of condition on each field finds what it means");
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
