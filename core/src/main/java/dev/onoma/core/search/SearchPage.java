package dev.onoma.core.search;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.user.User;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A page of users that were found.
 *
 * @param users the users, in order: as many as asked for, unless there are no more
 * @param next where the next page begins; empty when there is none
 */
public record SearchPage(List<User> users, Optional<Cursor> next) {
    public SearchPage {
        users = List.copyOf(users);
        requireNonNull(next, "next");
    }

    /**
     * The page of a request among all users, looked at one by one: for stores that have no database to ask, and what any
     * other store's answer must be equal to.
     */
    public static SearchPage among(Collection<User> all, SearchRequest request) {
        Comparator<Found> order = (one, other) -> one.place().compareTo(other.place());
        return from(
                all.stream()
                        .filter(request.query()::matches)
                        .map(user -> new Found(user, Cursor.after(user, request.sort())))
                        .filter(found -> request.after()
                                .map(place -> found.place().compareTo(place) > 0)
                                .orElse(true))
                        .sorted(order)
                        .skip(request.offset())
                        .limit(request.limit() + 1L)
                        .map(Found::user)
                        .toList(),
                request);
    }

    /**
     * The page of a request.
     *
     * @param found its users, and one more where there is one
     */
    public static SearchPage from(List<User> found, SearchRequest request) {
        if (found.size() <= request.limit()) {
            return new SearchPage(found, Optional.empty());
        }
        List<User> users = found.subList(0, request.limit());
        return new SearchPage(users, Optional.of(Cursor.after(users.get(users.size() - 1), request.sort())));
    }

    @Override
    public String toString() {
        return "SearchPage[" + users.size() + (next.isPresent() ? ", more]" : "]");
    }

    private record Found(User user, Cursor place) {}
}
