package dev.onoma.core.transfer;

import dev.onoma.core.OnomaException;
import dev.onoma.core.json.JsonObject;
import java.util.Optional;

/** Reads the hash of the password that a row of an import brings along. Thread-safe. */
@FunctionalInterface
public interface PasswordReader {
    /**
     * The hash as a store keeps it; empty when the row has none.
     *
     * @param fields the row's {@code password_hash} and {@code custom_password_hash}, those that are there
     * @throws OnomaException when the hash cannot be used; its message names the part and why, never a value
     */
    Optional<String> read(JsonObject fields);
}
