package dev.onoma.core.user;

import static java.util.Objects.requireNonNull;

/**
 * What an identity is known by: never an address or a user name.
 *
 * @param connection the connection's name
 * @param subject the provider's stable identifier of the account, compared exactly
 */
public record IdentityKey(String connection, String subject) {
    public IdentityKey {
        requireNonNull(connection, "connection");
        requireNonNull(subject, "subject");
    }

    @Override
    public String toString() {
        return "IdentityKey[" + connection + "]";
    }
}
