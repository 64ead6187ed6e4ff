package dev.onoma.store.jdbc.users;

import dev.onoma.core.user.IdentityKey;
import dev.onoma.store.jdbc.sql.Statements;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What goes together with the identities of a deleted user, tombstones included. */
final class ForgottenAccounts {
    private static final String OF_IDENTITY = " where tenant = ? and connection = ? and subject = ?";

    private ForgottenAccounts() {}

    /** Removes the credentials and tickets of identities. */
    static void forget(String tenant, Collection<IdentityKey> identities, Statements sql) throws SQLException {
        List<List<Object>> keys = identities.stream()
                .<List<Object>>map(identity -> List.of(tenant, identity.connection(), identity.subject()))
                .toList();
        sql.batch("delete from onoma_credentials" + OF_IDENTITY, keys);
        sql.batch("delete from onoma_tickets" + OF_IDENTITY, keys);
    }
}
