package dev.onoma.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A place in a user's JSON. Where an array is on the way, or at its end, its elements are looked at, as far as they are
 * no arrays themselves.
 *
 * @param document in which object
 * @param path the members' names from the outermost; empty for the object itself, of which only the presence is asked
 */
public record JsonField(Document document, List<String> path) implements Field {
    public JsonField {
        requireNonNull(document, "document");
        path = List.copyOf(path);
        path.forEach(SearchKey::requireSafe);
    }

    @Override
    public String fieldName() {
        return path.isEmpty() ? document.fieldName() : document.fieldName() + "." + String.join(".", path);
    }

    @Override
    public Kind kind() {
        return Kind.JSON;
    }

    @Override
    public String toString() {
        return "JsonField[" + document.fieldName() + "]";
    }

    /** A user's JSON objects. */
    public enum Document {
        APP_METADATA("app_metadata"),
        USER_METADATA("user_metadata"),
        /** The raw claims of each identity. */
        PROFILE_DATA("identities.profileData");

        private final String fieldName;

        Document(String fieldName) {
            this.fieldName = fieldName;
        }

        /** The object's name in queries. */
        public String fieldName() {
            return fieldName;
        }
    }
}
