package dev.onoma.examples.adoption;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The shop's database, in memory: a new one for each test. */
final class Shop {
    private final JdbcDataSource database = new JdbcDataSource();

    /** With the schema of old. */
    Shop() {
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        run("runscript from 'classpath:dev/onoma/examples/adoption/shop.sql'");
    }

    /** With what Onoma needs. */
    Shop withOnoma() {
        run("runscript from 'classpath:dev/onoma/examples/adoption/onoma.sql'");
        return this;
    }

    DataSource database() {
        return database;
    }

    /** The sign-up form, as it has always been. */
    long signUp(String email, String name) {
        return insert(
                "insert into users (email, email_confirmed, display_name, password_hash) values (?, true, ?, '$2a$10$…')",
                email,
                name);
    }

    long order(long user, String article) {
        return insert("insert into orders (user_id, article) values (?, ?)", user, article);
    }

    /** The articles that somebody has ordered, by the key of their row. */
    List<String> articles(long user) {
        return strings("select article from orders where user_id = ? order by id", user);
    }

    /** The key of a user's row, from Onoma's user id. */
    long key(String userId) {
        return Long.parseLong(
                strings("select id from users where user_id = ?", userId).get(0));
    }

    List<String> strings(String query, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            bind(statement, values);
            List<String> strings = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    strings.add(String.valueOf(rows.getString(1)));
                }
            }
            return strings;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long insert(String text, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(text, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, values);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private void run(String text) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
