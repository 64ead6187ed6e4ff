package dev.onoma.fuzz.targets;

import dev.onoma.core.search.InvalidQueryException;
import dev.onoma.core.search.Query;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.Marker;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Queries: what is read matches or does not, finds those whom it matches, and its negation all others. */
final class QueryTarget implements Target {
    private final List<User> users = Users.all();
    private final InMemoryUserStore store = Users.store();

    @Override
    public void run(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            Query query = Query.parse(text);

            Same.check("a query read again", Query.parse(text), query);
            Marker.isAbsentFrom(query.toString());
            check(query);
        } catch (InvalidQueryException refused) {
            Marker.isAbsentFrom(refused);
        }
    }

    private void check(Query query) {
        for (User user : users) {
            Same.check("a negation", new Query.Not(query).matches(user), !query.matches(user));
        }
        Same.check(
                "who is found",
                List.copyOf(store.search(SearchRequest.of(query)).users()),
                users.stream().filter(query::matches).toList());
    }
}
