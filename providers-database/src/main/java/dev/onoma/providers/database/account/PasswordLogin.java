package dev.onoma.providers.database.account;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.history.Origin;
import dev.onoma.providers.database.password.Password;

/**
 * What somebody typed to log in.
 *
 * @param name an e-mail address or a user name
 * @param password what should be the password
 * @param origin where the request came from
 */
public record PasswordLogin(String name, Password password, Origin origin) {
    public PasswordLogin {
        requireNonNull(name, "name");
        requireNonNull(password, "password");
        requireNonNull(origin, "origin");
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "PasswordLogin";
    }
}
