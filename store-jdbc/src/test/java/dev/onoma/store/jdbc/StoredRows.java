package dev.onoma.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The rows of one tenant as the database has them, and what must be true of them whatever went wrong. */
public final class StoredRows {
    /** Everything but what is drawn by lot: versions and the ids of events. */
    private static final List<String> TABLES = List.of(
            "select user_id, tombstone, name, given_name, family_name, nickname, picture, email, email_verified,"
                    + " username, phone_number, phone_verified, owners, verifications, name_key, email_key,"
                    + " user_metadata, app_metadata, blocked, created_at, updated_at"
                    + " from onoma_users where tenant = ? order by user_id",
            "select connection, subject, user_id, position, provider, is_social, vouched_for, profile_data"
                    + " from onoma_identities where tenant = ? order by connection, subject",
            "select user_id, logins_count, last_login, last_ip from onoma_logins where tenant = ? order by user_id",
            "select user_id, at, type, connection, client_id, ip, user_agent, detail"
                    + " from onoma_events where tenant = ? order by user_id, at, event_id",
            "select row_count, inserted, updated, failed from onoma_imports where tenant = ? order by row_count",
            "select connection, subject, email_key, username_key, phone_number, password_hash, password_set_at"
                    + " from onoma_credentials where tenant = ? order by connection, subject",
            "select ticket_hash, connection, subject, purpose, address, issued_at, expires_at"
                    + " from onoma_tickets where tenant = ? order by ticket_hash",
            "select connection, address, code_id, code_mac, link_mac, browser_mac, tries, expires_at"
                    + " from onoma_codes where tenant = ? order by connection, address",
            "select attempt_key, attempts, ends_at from onoma_attempts where tenant = ? order by attempt_key");

    /** Queries that find nothing as long as the invariant holds. */
    private static final Map<String, String> INVARIANTS = new LinkedHashMap<>();

    static {
        INVARIANTS.put(
                "I1: an identity belongs to one user",
                "select i.subject from onoma_identities i where i.tenant = ?"
                        + " group by i.connection, i.subject having count(*) > 1");
        INVARIANTS.put(
                "I2: no user is without identities",
                "select u.user_id from onoma_users u where u.tenant = ? and not exists (select 1"
                        + " from onoma_identities i where i.tenant = u.tenant and i.user_id = u.user_id)");
        INVARIANTS.put(
                "a user's identities stand at positions 0, 1, …",
                "select i.user_id from onoma_identities i where i.tenant = ? group by i.user_id"
                        + " having min(i.position) <> 0 or max(i.position) <> count(*) - 1"
                        + " or count(distinct i.position) <> count(*)");
        INVARIANTS.put("I6: no identity is without its user", orphans("onoma_identities"));
        INVARIANTS.put("I6: no counter is without its user", orphans("onoma_logins"));
        INVARIANTS.put(
                "I6: no event is without its user, unless it says that the user went",
                orphans("onoma_events") + " and o.type not in ('delete', 'unblock')");
        INVARIANTS.put(
                "every user has counters, and no tombstone has",
                "select u.user_id from onoma_users u where u.tenant = ? and u.tombstone = (exists (select 1"
                        + " from onoma_logins l where l.tenant = u.tenant and l.user_id = u.user_id))");
        INVARIANTS.put("L7: no credential is without a user, or of a tombstone", strangers("onoma_credentials"));
        INVARIANTS.put("L7: no ticket is without a user, or of a tombstone", strangers("onoma_tickets"));
        INVARIANTS.put(
                "I5: logins_count is the number of logins in the history",
                "select * from (select l.user_id, l.logins_count, (select count(*) from onoma_events e"
                        + " where e.tenant = l.tenant and e.user_id = l.user_id"
                        + " and e.type in ('login', 'failed_login')) as events"
                        + " from onoma_logins l where l.tenant = ?) c where c.logins_count <> c.events");
    }

    private final DataSource source;
    private final String tenant;

    private StoredRows(DataSource source, String tenant) {
        this.source = source;
        this.tenant = tenant;
    }

    /** Those of a tenant. */
    public static StoredRows of(DataSource source, String tenant) {
        return new StoredRows(source, tenant);
    }

    private static String orphans(String table) {
        return "select o.user_id from " + table + " o where o.tenant = ? and not exists (select 1"
                + " from onoma_users u where u.tenant = o.tenant and u.user_id = o.user_id)";
    }

    private static String strangers(String table) {
        return "select o.subject from " + table + " o where o.tenant = ? and not exists (select 1"
                + " from onoma_identities i join onoma_users u on u.tenant = i.tenant and u.user_id = i.user_id"
                + " where i.tenant = o.tenant and i.connection = o.connection and i.subject = o.subject"
                + " and not u.tombstone)";
    }

    /** All rows as text, but for what is drawn by lot. */
    public List<String> all() {
        List<String> rows = new ArrayList<>();
        TABLES.forEach(query -> rows.addAll(rows(query)));
        return rows;
    }

    /** Fails when an invariant is broken. */
    public void areSound() {
        INVARIANTS.forEach((invariant, breaches) ->
                assertThat(rows(breaches)).as(invariant).isEmpty());
    }

    /** The rows of a query that has the tenant as its only parameter. */
    public List<String> rows(String query) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, tenant);
            try (ResultSet result = statement.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(query, result));
                }
                return rows;
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(query, problem);
        }
    }

    private static String row(String query, ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        if (columns == 1) {
            return String.valueOf(result.getString(1));
        }
        StringBuilder row = new StringBuilder(query.replaceAll(".* from (onoma_\\w+) .*", "$1"));
        for (int i = 1; i <= columns; i++) {
            row.append(' ')
                    .append(result.getMetaData().getColumnLabel(i))
                    .append('=')
                    .append(result.getString(i));
        }
        return row.toString();
    }
}
