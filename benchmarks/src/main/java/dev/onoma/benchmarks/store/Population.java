package dev.onoma.benchmarks.store;

import dev.onoma.core.login.LoginProcessor;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Users that are there before anything is measured: the first logs in, the others are copies of its rows. */
final class Population {
    static final String TENANT = "bench";

    private Population() {}

    /** A store without users. */
    static JdbcUserStore store(DataSource source) {
        return JdbcUserStore.builder(source).tenant(TENANT).build();
    }

    /** Fills a PostgreSQL with the people from 0 on. */
    static void fill(Postgres postgres, LoginProcessor logins, int users) throws SQLException {
        logins.login(new Visitor().login(0)).orElseThrow();
        postgres.execute(List.of(
                copies(
                        "onoma_users",
                        users,
                        "user_metadata",
                        "cast('{}' as jsonb)",
                        "app_metadata",
                        "jsonb_build_object('crm', n::text, 'plan', case n % 1000 when 0 then 'gold' else 'free' end)"),
                copies("onoma_identities", users),
                copies("onoma_logins", users),
                "vacuum (analyze)",
                "checkpoint"));
        warm(postgres);
    }

    /** What logins touch is in memory, as on a server that has been running for a while. */
    private static void warm(Postgres postgres) throws SQLException {
        postgres.execute(List.of("create extension pg_prewarm"));
        postgres.execute(Stream.of(
                        "onoma_users",
                        "onoma_identities",
                        "onoma_logins",
                        "onoma_users_pkey",
                        "onoma_identities_pkey",
                        "onoma_identities_user",
                        "onoma_logins_pkey")
                .map(relation -> "select pg_prewarm('" + relation + "')")
                .toList());
    }

    private static String copies(String table, int users, String... replaced) {
        List<String> columns = columns(table);
        String values = String.join(
                ", ", columns.stream().map(column -> value(column, replaced)).toList());
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                + ", generate_series(1, " + (users - 1) + ") n where tenant = '" + TENANT + "'";
    }

    private static String value(String column, String... replaced) {
        for (int i = 0; i < replaced.length; i += 2) {
            if (replaced[i].equals(column)) {
                return replaced[i + 1];
            }
        }
        String numbered = "replace(" + column + "::text, '" + Visitor.NUMBER + "', lpad(n::text, 8, '0'))";
        return switch (column) {
            case "user_id",
                    "subject",
                    "email",
                    "email_key",
                    "name",
                    "name_key",
                    "family_name",
                    "family_name_key",
                    "nickname",
                    "nickname_key" -> numbered;
            case "profile_data" -> numbered + "::jsonb";
            case "version" -> "(random() * 4e18)::bigint";
            default -> column;
        };
    }

    private static List<String> columns(String table) {
        return switch (table) {
            case "onoma_users" ->
                Stream.of(
                                "tenant user_id version tombstone name given_name family_name nickname picture email"
                                        .split(" "),
                                "email_verified username phone_number phone_verified owners verifications name_key"
                                        .split(" "),
                                "given_name_key family_name_key nickname_key email_key user_metadata app_metadata"
                                        .split(" "),
                                "blocked created_at updated_at".split(" "))
                        .flatMap(Stream::of)
                        .toList();
            case "onoma_identities" ->
                List.of("tenant connection subject user_id position provider is_social vouched_for profile_data"
                        .split(" "));
            default -> List.of("tenant user_id logins_count last_login last_ip".split(" "));
        };
    }
}
