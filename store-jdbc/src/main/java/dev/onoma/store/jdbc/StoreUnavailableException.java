package dev.onoma.store.jdbc;

import dev.onoma.core.OnomaException;

/**
 * The database could not be used. The cause is a {@link java.sql.SQLException} with the SQLSTATE and the error code of the
 * failure, and bare of the words of drivers and pools, which quote values, statements and URLs with passwords in them.
 *
 * <p>The code is {@code store_unavailable} when nothing was written, {@code store_schema_newer} when the tables are of
 * a later version than the library, and {@code store_outcome_unknown} when the connection was lost while a write was
 * being confirmed: it may have been carried out, and nobody has repeated it.
 */
public final class StoreUnavailableException extends OnomaException {
    private static final long serialVersionUID = 1L;

    private StoreUnavailableException(String code, String message) {
        super(code, message);
    }

    private StoreUnavailableException(String code, String message, Throwable cause) {
        this(code, message);
        initCause(cause);
    }

    /** Nothing was written. */
    public static StoreUnavailableException nothingWritten(Throwable cause) {
        return new StoreUnavailableException(
                "store_unavailable", "the store's database cannot be used; nothing was written", cause);
    }

    /** The tables were made by a later version of this library. */
    public static StoreUnavailableException laterSchema() {
        return new StoreUnavailableException(
                "store_schema_newer",
                "the store's tables are of a later version than this library; nothing was written");
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
