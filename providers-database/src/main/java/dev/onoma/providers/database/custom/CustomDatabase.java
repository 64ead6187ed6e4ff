package dev.onoma.providers.database.custom;

import dev.onoma.core.json.JsonObject;
import java.util.Optional;

/**
 * A user database of the application's own, older than its accounts here: an SQL table, a directory, a web service.
 * Called on threads of {@link CustomDatabaseCalls}, several at once, and interrupted when its time is over. Thread-safe.
 *
 * <p>What it throws is taken for its being out of order. Neither message nor cause of that goes any further.
 */
public interface CustomDatabase {
    /**
     * Checks a password.
     *
     * @param identifier what was typed, without white space around it: 1 to 254 characters, none of them a control
     *     character. To be compared as narrowly as people's names are: where two spellings are one, each of them may be
     *     tried as often as the limit on attempts says
     * @param password what was typed; overwritten when this call returns, so that it must not be kept
     */
    CustomLogin login(String identifier, char[] password) throws Exception;

    /**
     * The record of whoever has this name, as {@link #login} would answer it; empty when nobody has.
     *
     * @param identifier as above
     */
    Optional<JsonObject> getUser(String identifier) throws Exception;
}
