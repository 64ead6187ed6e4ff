package dev.onoma.core.administration;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonObject;
import java.util.Optional;

/** What users change about themselves: root attributes and {@code user_metadata}; nothing else can be expressed. */
public final class SelfServiceEdit {
    private final Edit edit;

    private SelfServiceEdit(Edit edit) {
        this.edit = edit;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * An edit from what a browser sent: {@code {"set":{…},"user_metadata":{…}}}. What is wrong with it does not throw
     * but refuses the edit when it is carried out: {@code app_metadata} with {@code forbidden_metadata}, a verified
     * flag with {@code attribute_not_editable}, anything else with {@code invalid_attribute}.
     */
    public static SelfServiceEdit from(JsonObject request) {
        Edit edit = new Edit(Owner.USER);
        edit.read(request);
        return new SelfServiceEdit(edit);
    }

    Edit edit() {
        return edit;
    }

    /** Collects an edit. */
    public static final class Builder {
        private final Edit edit = new Edit(Owner.USER);

        private Builder() {}

        /** Sets an attribute; a new e-mail address or phone number counts as unverified. */
        public Builder set(RootAttribute attribute, String text) {
            edit.texts().put(attribute, Optional.of(text));
            return this;
        }

        /** Removes an attribute, which is then derived where it can be. */
        public Builder remove(RootAttribute attribute) {
            edit.texts().put(attribute, Optional.empty());
            return this;
        }

        /** Merges fields into {@code user_metadata}, first level only: null removes one, an empty object all. */
        public Builder userMetadata(JsonObject changes) {
            edit.userMetadata(changes);
            return this;
        }

        public SelfServiceEdit build() {
            return new SelfServiceEdit(edit.copy());
        }
    }
}
