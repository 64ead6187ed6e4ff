package dev.onoma.store.jdbc;

import dev.onoma.core.OnomaException;

/**
 * The database could not be used. Its own exception is the cause: it may name tables, hosts and, depending on the
 * database, values, and belongs in no answer to a browser.
 *
 * <p>The code is {@code store_unavailable} when nothing was written, and {@code store_outcome_unknown} when the
 * connection was lost while a write was being confirmed: it may have been carried out, and nobody has repeated it.
 */
public final class StoreUnavailableException extends OnomaException {
    private static final long serialVersionUID = 1L;

    private StoreUnavailableException(String code, String message, Throwable cause) {
        super(code, message);
        initCause(cause);
    }

    /** Nothing was written. */
    public static StoreUnavailableException nothingWritten(Throwable cause) {
        return new StoreUnavailableException(
                "store_unavailable", "the store's database cannot be used; nothing was written", cause);
    }

    /** A write may have been carried out or not. */
    public static StoreUnavailableException outcomeUnknown(Throwable cause) {
        return new StoreUnavailableException(
                "store_outcome_unknown",
                "the connection to the store's database was lost while a write was being confirmed",
                cause);
    }

    /** Whether a write may have been carried out all the same. */
    public boolean isOutcomeUnknown() {
        return code().equals("store_outcome_unknown");
    }
}
