package dev.onoma.core.store;

import dev.onoma.core.OnomaException;

/** A change did not fit what the store holds, and nothing of it was carried out. */
public abstract sealed class StoreConflictException extends OnomaException
        permits StaleUserException,
                DuplicateIdentityException,
                UserIdTakenException,
                LoginNameTakenException,
                ContendedUserException {
    private static final long serialVersionUID = 1L;

    StoreConflictException(String code, String message) {
        super(code, message);
    }
}
