package dev.onoma.providers.database.password;

import dev.onoma.core.OnomaException;

/** As many passwords as are allowed at once are being hashed, and none was done before the deadline: try later. */
public final class TooManyHashesException extends OnomaException {
    private static final long serialVersionUID = 1L;

    TooManyHashesException(String message) {
        super("too_many_hashes", message);
    }
}
