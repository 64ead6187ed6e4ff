package dev.onoma.store.jdbc.search;

import dev.onoma.core.search.Cursor;
import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.search.SearchTimeoutException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.User;
import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.sql.Database;
import dev.onoma.store.jdbc.sql.Statements;
import dev.onoma.store.jdbc.users.UserQueries;
import dev.onoma.store.jdbc.users.UserRows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the users of one tenant. The engine narrows, and core decides: what SQL cannot express exactly finds more users,
 * of whom those that the query does not match are left out. Every statement begins behind a user, never at an offset, so
 * that it costs the same however far on it is. Thread-safe.
 */
public final class UserSearch {
    /** Users that one statement brings, where some of them may have to be left out. */
    private static final int BATCH = 500;

    private final String tenant;
    private final Database database;
    private final Translation translation;
    private final Duration timeout;

    /** A search whose pages are each found within a time. */
    public UserSearch(String tenant, Database database, Duration timeout) {
        this.tenant = tenant;
        this.database = database;
        this.timeout = timeout;
        this.translation = new Translation(database.dialect());
    }

    /**
     * The page of a request.
     *
     * @throws SearchTimeoutException when it is not found in time
     */
    public SearchPage page(SearchRequest request) {
        SqlCondition condition = translation.of(request.query());
        int wanted = request.offset() + request.limit() + 1;
        int batch = condition.isExact() ? wanted : BATCH;
        long start = System.nanoTime();
        List<User> found = new ArrayList<>();
        Optional<Place> place = Optional.of(Place.of(request.sort(), request.after()));
        while (place.isPresent() && found.size() < wanted) {
            List<User> users = users(statement(condition, place.get(), batch), start);
            users.stream()
                    .filter(user -> condition.isExact() || request.query().matches(user))
                    .forEach(found::add);
            place = next(place.get(), users, batch);
        }
        List<User> page = found.subList(Math.min(request.offset(), found.size()), Math.min(wanted, found.size()));
        return SearchPage.from(page, request);
    }

    private static Optional<Place> next(Place place, List<User> users, int batch) {
        return users.size() < batch
                ? place.nextHalf()
                : Optional.of(place.behind(Cursor.after(users.get(batch - 1), place.sort())));
    }

    private List<User> users(Statement users, long start) {
        Duration left = timeout.minusNanos(System.nanoTime() - start);
        if (left.isNegative()) {
            throw new SearchTimeoutException();
        }
        try {
            return database
                    .read("search", sql -> sql.query(UserRows::read, users.sql(), users.parameters(), left))
                    .stream()
                    .map(StoredUser::user)
                    .toList();
        } catch (StoreUnavailableException failed) {
            throw isTimeout(failed) ? new SearchTimeoutException() : failed;
        }
    }

    private static boolean isTimeout(StoreUnavailableException failed) {
        return failed.getCause() instanceof SQLException problem && Statements.CANCELED.equals(problem.getSQLState());
    }

    /** The first statement of a request. */
    Statement statement(SearchRequest request) {
        return statement(
                translation.of(request.query()), Place.of(request.sort(), request.after()), request.limit() + 1);
    }

    private Statement statement(SqlCondition condition, Place place, int limit) {
        SqlCondition all = SqlCondition.all(List.of(
                SqlCondition.of("s.tenant = ?", tenant),
                SqlCondition.of("not s.tombstone"),
                condition,
                place.condition()));
        // H2 takes an order from an index only if it begins with the index's first column.
        String users = "select s.* from onoma_users s left join onoma_logins c on c.tenant = s.tenant"
                + " and c.user_id = s.user_id where " + all.sql()
                + " order by s.tenant, " + place.order("s", "c") + " limit ?";
        List<Object> parameters = new ArrayList<>(all.parameters());
        parameters.add(limit);
        return new Statement(UserQueries.whole(users, place.order("u", "l")), parameters);
    }

    /** A statement with what is bound to its places. */
    record Statement(String sql, List<Object> parameters) {}
}
