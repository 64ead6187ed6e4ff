package dev.onoma.core.transfer;

import dev.onoma.core.Limit;
import dev.onoma.core.attribute.Characters;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.SubjectFormat;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import java.util.Optional;

/**
 * What an imported user is called, and the account that it has at the connection.
 *
 * @param id the user's id
 * @param key the identity's key
 */
record Account(UserId id, IdentityKey key) {
    /**
     * The account of a row's user id. One without a bar is the subject, and the user gets the id that a first login
     * would give it. One with a bar stays as it is; the subject is what follows the connection's own prefix, or else
     * the first bar, in front of which ids name a provider.
     *
     * @throws FailedRowException when the id is not acceptable
     */
    static Account of(String id, Connection connection) {
        String provider = connection.provider().name();
        if (id.indexOf('|') < 0) {
            return new Account(checked(id, id, connection), id, provider);
        }
        String prefix = provider + "|" + connection.name() + "|";
        String subject = id.substring(id.startsWith(prefix) ? prefix.length() : id.indexOf('|') + 1);
        IdentityKey key = new IdentityKey(checked(id, subject, connection), subject);
        return new Account(UserId.of(id), key);
    }

    /** An account of which the row says nothing. */
    static Account withSubject(String subject, Connection connection) {
        return new Account(connection.name(), subject, connection.provider().name());
    }

    private Account(String connection, String subject, String provider) {
        this(UserId.from(provider, new IdentityKey(connection, subject)), new IdentityKey(connection, subject));
    }

    /** The connection's name, once the id is known to be acceptable. */
    private static String checked(String id, String subject, Connection connection) {
        Optional<String> violation = SubjectFormat.violation(subject, connection.limits());
        int most = connection.limits().of(Limit.USER_ID_CHARACTERS);
        if (violation.isEmpty() && (Characters.hasControl(id) || Characters.isUnsafe(id) || id.startsWith("|"))) {
            violation = Optional.of("has no provider before its |, or holds control characters or lone surrogates");
        }
        if (violation.isEmpty() && !Characters.atMost(id, most)) {
            violation = Optional.of("is longer than " + most + " characters");
        }
        if (violation.isPresent()) {
            throw new FailedRowException(RowProblem.INVALID_VALUE, "user_id " + violation.get());
        }
        return connection.name();
    }

    @Override
    public String toString() {
        return "Account[" + key.connection() + "]";
    }
}
