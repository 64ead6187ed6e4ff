package dev.onoma.store.jdbc.accounts;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.credential.StoredPassword;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.store.jdbc.sql.BulkInsert;
import dev.onoma.store.jdbc.sql.Dialect;
import dev.onoma.store.jdbc.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Writes credentials, by the statements of somebody's transaction. */
public final class CredentialWriter {
    static final String TABLE = "onoma_credentials";

    private static final List<String> COLUMNS = List.of(
            "tenant",
            "connection",
            "subject",
            "version",
            "email_key",
            "username_key",
            "phone_number",
            "password_hash",
            "password_set_at");
    private static final String UPDATE = "update " + TABLE + " set version = version + 1, email_key = ?,"
            + " username_key = ?, phone_number = ?, password_hash = ?, password_set_at = ?"
            + " where tenant = ? and connection = ? and subject = ? and version = ?";

    private final String tenant;
    private final Dialect dialect;

    public CredentialWriter(String tenant, Dialect dialect) {
        this.tenant = tenant;
        this.dialect = dialect;
    }

    /** The column of a kind of name. */
    static String column(LoginName.Kind kind) {
        return switch (kind) {
            case EMAIL -> "email_key";
            case USERNAME -> "username_key";
            case PHONE_NUMBER -> "phone_number";
        };
    }

    /**
     * Writes credentials: new ones in as few round trips as one, others over those of their versions.
     *
     * @throws StaleUserException when one of the others is there no longer, or has changed
     */
    public void write(Collection<Credential> credentials, Statements sql) throws SQLException {
        BulkInsert inserts = new BulkInsert(TABLE, COLUMNS, dialect);
        List<List<@Nullable Object>> updates = new ArrayList<>();
        for (Credential credential : credentials) {
            if (credential.version() == 0) {
                // What is made anew does not begin at the version of its predecessor.
                long first = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);
                inserts.add(row(key(credential.identity()), List.of(first), written(credential)));
            } else {
                updates.add(row(written(credential), key(credential.identity()), List.of(credential.version())));
            }
        }
        if (sql.batch(UPDATE, updates) != updates.size()) {
            throw new StaleUserException();
        }
        if (updates.size() < credentials.size()) {
            inserts.run(sql);
        }
    }

    private List<Object> key(IdentityKey identity) {
        return List.of(tenant, identity.connection(), identity.subject());
    }

    /** What a write may change, in the order of the columns. */
    private static List<@Nullable Object> written(Credential credential) {
        return Arrays.asList(
                credential.names().get(LoginName.Kind.EMAIL),
                credential.names().get(LoginName.Kind.USERNAME),
                credential.names().get(LoginName.Kind.PHONE_NUMBER),
                credential.password().map(StoredPassword::hash).orElse(null),
                credential
                        .password()
                        .map(StoredPassword::setAt)
                        .or(credential::revokedAt)
                        .orElse(null));
    }

    private static List<@Nullable Object> row(List<?>... parts) {
        List<@Nullable Object> row = new ArrayList<>();
        for (List<?> part : parts) {
            row.addAll(part);
        }
        return row;
    }
}
