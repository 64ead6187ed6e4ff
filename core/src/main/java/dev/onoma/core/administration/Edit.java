package dev.onoma.core.administration;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to change about a user, whoever it is; {@link SelfServiceEdit} and {@link AdministratorEdit} are
 * what callers see of it. Collected once, then only read.
 */
final class Edit {
    private final Owner by;
    private final Map<RootAttribute, Optional<String>> texts = new EnumMap<>(RootAttribute.class);
    private final Map<RootAttribute, Boolean> flags = new EnumMap<>(RootAttribute.class);
    private Optional<JsonObject> userMetadata = Optional.empty();
    private Optional<JsonObject> appMetadata = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();

    Edit(Owner by) {
        this.by = by;
    }

    /** The edit as it is now, for a builder that may go on. */
    Edit copy() {
        Edit copy = new Edit(by);
        copy.texts.putAll(texts);
        copy.flags.putAll(flags);
        copy.userMetadata = userMetadata;
        copy.appMetadata = appMetadata;
        return copy;
    }

    Owner by() {
        return by;
    }

    /** New texts and addresses; empty where the attribute is to be removed. */
    Map<RootAttribute, Optional<String>> texts() {
        return texts;
    }

    /** New verified flags. */
    Map<RootAttribute, Boolean> flags() {
        return flags;
    }

    Optional<JsonObject> userMetadata() {
        return userMetadata;
    }

    Optional<JsonObject> appMetadata() {
        return appMetadata;
    }

    /** Why the edit cannot be carried out whatever the user; empty when that depends on the user. */
    Optional<Refusal> refusal() {
        return refusal;
    }

    void userMetadata(JsonObject changes) {
        userMetadata = Optional.of(changes);
    }

    void appMetadata(JsonObject changes) {
        appMetadata = Optional.of(changes);
    }

    /** Reads {@code set user_metadata app_metadata}; what is wrong is remembered, the first of it. */
    void read(JsonObject request) {
        request.forEach((name, value) -> {
            switch (name) {
                case "set" ->
                    readObject(name, value, RefusalCode.INVALID_ATTRIBUTE)
                            .ifPresent(set -> set.forEach(this::readAttribute));
                case "user_metadata" -> readMetadata(name, value).ifPresent(this::userMetadata);
                case "app_metadata" -> readAppMetadata(name, value);
                default ->
                    refuse(RefusalCode.INVALID_ATTRIBUTE, "an edit has set, user_metadata and app_metadata only");
            }
        });
    }

    private void readAppMetadata(String name, JsonValue value) {
        if (by.equals(Owner.USER)) {
            refuse(RefusalCode.FORBIDDEN_METADATA, "a user cannot write app_metadata");
        } else {
            readMetadata(name, value).ifPresent(this::appMetadata);
        }
    }

    private Optional<JsonObject> readMetadata(String name, JsonValue value) {
        return value == JsonNull.NULL
                ? Optional.of(JsonObject.EMPTY)
                : readObject(name, value, RefusalCode.FORBIDDEN_METADATA);
    }

    private Optional<JsonObject> readObject(String name, JsonValue value, RefusalCode code) {
        if (value instanceof JsonObject object) {
            return Optional.of(object);
        }
        refuse(code, name + " must be an object, but is " + value.type().phrase());
        return Optional.empty();
    }

    private void readAttribute(String name, JsonValue value) {
        Optional<RootAttribute> attribute = RootAttribute.named(name);
        if (attribute.isPresent()) {
            readText(attribute.get(), value);
            return;
        }
        RootAttribute.ALL.stream()
                .filter(pair -> pair.flagName().equals(Optional.of(name)))
                .findFirst()
                .ifPresentOrElse(
                        pair -> readFlag(pair, name, value),
                        () -> refuse(RefusalCode.INVALID_ATTRIBUTE, "there is no root attribute of that name"));
    }

    private void readText(RootAttribute attribute, JsonValue value) {
        if (value == JsonNull.NULL) {
            texts.put(attribute, Optional.empty());
        } else if (value instanceof JsonString string) {
            texts.put(attribute, Optional.of(string.value()));
        } else {
            refuse(
                    RefusalCode.INVALID_ATTRIBUTE,
                    attribute.fieldName() + " must be a string, but is "
                            + value.type().phrase());
        }
    }

    private void readFlag(RootAttribute pair, String name, JsonValue value) {
        if (by.equals(Owner.USER)) {
            refuse(
                    RefusalCode.ATTRIBUTE_NOT_EDITABLE,
                    name + " is not a user's to write; an administrator's edit, or a confirmation of the address, is");
        } else if (value instanceof JsonBoolean flag) {
            flags.put(pair, flag.value());
        } else {
            refuse(
                    RefusalCode.INVALID_ATTRIBUTE,
                    name + " must be a boolean, but is " + value.type().phrase());
        }
    }

    private void refuse(RefusalCode code, String message) {
        if (refusal.isEmpty()) {
            refusal = Optional.of(new Refusal(code, message));
        }
    }
}
