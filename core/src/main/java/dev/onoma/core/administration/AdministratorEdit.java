package dev.onoma.core.administration;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonObject;
import java.util.Optional;

/** What an administrator changes about a user: root attributes with verified flags, and both kinds of metadata. */
public final class AdministratorEdit {
    private final Edit edit;

    private AdministratorEdit(Edit edit) {
        this.edit = edit;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * An edit from JSON: {@code {"set":{…},"user_metadata":{…},"app_metadata":{…}}}. What is wrong with it does not
     * throw but refuses the edit when it is carried out.
     */
    public static AdministratorEdit from(JsonObject request) {
        Edit edit = new Edit(Owner.ADMIN);
        edit.read(request);
        return new AdministratorEdit(edit);
    }

    Edit edit() {
        return edit;
    }

    /** Collects an edit. */
    public static final class Builder {
        private final Edit edit = new Edit(Owner.ADMIN);

        private Builder() {}

        /** Sets an attribute; a new e-mail address or phone number is unverified unless {@link #verified} says else. */
        public Builder set(RootAttribute attribute, String text) {
            edit.texts().put(attribute, Optional.of(text));
            return this;
        }

        /** Removes an attribute, which is then derived where it can be. */
        public Builder remove(RootAttribute attribute) {
            edit.texts().put(attribute, Optional.empty());
            return this;
        }

        /**
         * Says whether the address of a pair is verified.
         *
         * @throws IllegalArgumentException when the attribute is no pair
         */
        public Builder verified(RootAttribute pair, boolean flag) {
            if (!pair.isPair()) {
                throw new IllegalArgumentException(pair.fieldName() + " has no verified flag");
            }
            edit.flags().put(pair, flag);
            return this;
        }

        /** Merges fields into {@code user_metadata}, first level only: null removes one, an empty object all. */
        public Builder userMetadata(JsonObject changes) {
            edit.userMetadata(changes);
            return this;
        }

        /** Merges fields into {@code app_metadata}, first level only: null removes one, an empty object all. */
        public Builder appMetadata(JsonObject changes) {
            edit.appMetadata(changes);
            return this;
        }

        public AdministratorEdit build() {
            return new AdministratorEdit(edit.copy());
        }
    }
}
