package dev.onoma.providers.database.password;

import dev.onoma.core.OnomaException;
import java.io.IOException;

/** A list of passwords cannot be read, or is none. */
public final class BreachListException extends OnomaException {
    private static final long serialVersionUID = 1L;

    BreachListException(String message) {
        super("invalid_breach_list", message);
    }

    BreachListException(String message, IOException cause) {
        this(message);
        initCause(cause);
    }
}
