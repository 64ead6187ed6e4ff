package dev.onoma.store.jdbc.history;

import dev.onoma.core.history.EventType;
import dev.onoma.core.history.Origin;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Events as rows. */
public final class EventRows {
    /** The head of an insert: the columns in the order of {@link #described}, behind the tenant and the user. */
    public static final String INSERT_INTO =
            "insert into onoma_events (tenant, user_id, at, event_id, type, connection,"
                    + " client_id, ip, user_agent, detail)";

    private static final String INSERT = INSERT_INTO + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Room for the events of one change behind one another. */
    private static final int EVENTS_OF_A_CHANGE = 1 << 8;

    private EventRows() {}

    /** An id for the first event of a change; those behind it count on. */
    public static long newId() {
        return ThreadLocalRandom.current().nextLong(Long.MAX_VALUE / EVENTS_OF_A_CHANGE) * EVENTS_OF_A_CHANGE;
    }

    /** All columns of an event but the tenant and the user. */
    public static List<@Nullable Object> described(UserEvent event, long id) {
        Origin origin = event.origin();
        return Arrays.asList(
                event.at(),
                id,
                event.type().fieldName(),
                origin.connection(),
                origin.clientId(),
                origin.ip(),
                origin.userAgent(),
                event.detail());
    }

    /** Adds events, in their order. */
    public static void insert(String tenant, List<UserEvent> events, Statements sql) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        long id = newId();
        for (UserEvent event : events) {
            rows.add(row(tenant, event, id++));
        }
        sql.batch(INSERT, rows);
    }

    /** Adds one event, by one statement. */
    public static int insert(String tenant, UserEvent event, Statements sql) throws SQLException {
        return sql.update(INSERT, row(tenant, event, newId()));
    }

    private static List<@Nullable Object> row(String tenant, UserEvent event, long id) {
        List<@Nullable Object> row =
                new ArrayList<>(List.of(tenant, event.user().value()));
        row.addAll(described(event, id));
        return row;
    }

    /** Removes all events of a user. */
    public static void forget(String tenant, UserId user, Statements sql) throws SQLException {
        sql.update("delete from onoma_events where tenant = ? and user_id = ?", List.of(tenant, user.value()));
    }

    /** Removes the events of all users before a time, and says how many. */
    public static long purge(String tenant, Instant before, Statements sql) throws SQLException {
        return sql.update("delete from onoma_events where tenant = ? and at < ?", Arrays.asList(tenant, before));
    }

    /** The newest events of a user that are not older than a time. */
    public static List<UserEvent> newest(String tenant, UserId user, Instant since, int limit, Statements sql)
            throws SQLException {
        String select = "select at, type, connection, client_id, ip, user_agent, detail from onoma_events"
                + " where tenant = ? and user_id = ? and at >= ? order by at desc, event_id desc limit ?";
        return sql.query(rows -> read(user, rows), select, Arrays.asList(tenant, user.value(), since, limit));
    }

    private static List<UserEvent> read(UserId user, ResultSet rows) throws SQLException {
        List<UserEvent> events = new ArrayList<>();
        while (rows.next()) {
            Origin origin = new Origin(
                    text(rows, "connection"), text(rows, "client_id"), text(rows, "ip"), text(rows, "user_agent"));
            events.add(new UserEvent(
                    user,
                    rows.getObject("at", OffsetDateTime.class).toInstant(),
                    EventType.named(rows.getString("type")).orElseThrow(),
                    origin,
                    text(rows, "detail")));
        }
        return events;
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
