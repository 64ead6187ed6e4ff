package dev.onoma.core.user;

import dev.onoma.core.OnomaException;

/** A JSON document is not a user. The message names the field and what it must be. */
public final class InvalidUserException extends OnomaException {
    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidUserException(String field, String expected) {
        super("invalid_user", "field \"" + field + "\" must be " + expected);
        this.field = field;
    }

    /** The field's name. */
    public String field() {
        return field;
    }
}
