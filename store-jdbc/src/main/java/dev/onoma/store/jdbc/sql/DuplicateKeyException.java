package dev.onoma.store.jdbc.sql;

import dev.onoma.core.OnomaException;

/** A unique key forbids a write, of which nothing was carried out. */
public final class DuplicateKeyException extends OnomaException {
    private static final long serialVersionUID = 1L;

    DuplicateKeyException() {
        super("duplicate_key", "a unique key forbids the write");
    }
}
