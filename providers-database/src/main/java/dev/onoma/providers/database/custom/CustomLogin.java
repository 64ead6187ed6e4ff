package dev.onoma.providers.database.custom;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a custom database says of a name and a password. */
public sealed interface CustomLogin {
    /** The password is that person's: the record, in the columns of the connection. */
    static CustomLogin accepted(JsonObject record) {
        return new Accepted(record);
    }

    /**
     * The password is that person's: the record as Java objects.
     *
     * @throws IllegalArgumentException when a value has no JSON form; see {@link JsonObject#from(Map)}
     */
    static CustomLogin accepted(Map<String, ? extends @Nullable Object> record) {
        return new Accepted(JsonObject.from(record));
    }

    /** Somebody has the name, and another password. */
    static CustomLogin wrongPassword() {
        return new WrongPassword();
    }

    /** Nobody has the name. */
    static CustomLogin unknownUser() {
        return new UnknownUser();
    }

    /**
     * The password is right.
     *
     * @param record what the database knows of the person
     */
    record Accepted(JsonObject record) implements CustomLogin {
        public Accepted {
            requireNonNull(record, "record");
        }
    }

    /** The password is not the person's. */
    record WrongPassword() implements CustomLogin {}

    /** There is nobody. */
    record UnknownUser() implements CustomLogin {}
}
