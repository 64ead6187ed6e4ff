package dev.onoma.core.store;

import dev.onoma.core.OnomaException;

/** The same import is running elsewhere: it has moved on since it was looked at. Nothing was written. */
public final class ConcurrentImportException extends OnomaException {
    private static final long serialVersionUID = 1L;

    public ConcurrentImportException() {
        super("concurrent_import", "the same import is running elsewhere");
    }
}
