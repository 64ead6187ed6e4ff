package dev.onoma.core.user;

import dev.onoma.core.attribute.AttributeValue;
import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.TextValue;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads one user from JSON. */
final class UserJsonReader {
    private final JsonObject json;

    UserJsonReader(JsonObject json) {
        this.json = json;
    }

    User read() {
        List<Identity> identities = identities();
        Instant createdAt = time("created_at").orElseThrow(missing("created_at", "a time"));
        Instant updatedAt = time("updated_at").orElse(createdAt);
        return User.builder(id(), identities.get(0), createdAt)
                .identities(identities)
                .root(root(updatedAt))
                .userMetadata(object(json, "user_metadata"))
                .appMetadata(object(json, "app_metadata"))
                .blocked(flag(json, "blocked"))
                .updatedAt(updatedAt)
                .counters(new LoginCounters(count(), time("last_login"), text(json, "last_ip")))
                .build();
    }

    private UserId id() {
        String id = requiredText(json, "user_id");
        if (id.isEmpty() || Characters.isUnsafe(id)) {
            throw new InvalidUserException("user_id", "text, without NUL and lone surrogates");
        }
        return UserId.of(id);
    }

    private RootAttributes root(Instant updatedAt) {
        JsonObject owners = object(json, "owners");
        RootAttributes root = RootAttributes.NONE;
        for (RootAttribute attribute : RootAttribute.ALL) {
            Optional<String> text = text(json, attribute.fieldName());
            if (text.isPresent()) {
                Owner owner = new Owner(owner(owners, attribute));
                root = root.with(attribute, new OwnedValue(value(attribute, text.get(), owner, updatedAt), owner));
            }
        }
        return root;
    }

    private static String owner(JsonObject owners, RootAttribute attribute) {
        if (owners.get(attribute.fieldName()).orElse(JsonNull.NULL) instanceof JsonString owner) {
            return owner.value();
        }
        throw new InvalidUserException("owners." + attribute.fieldName(), "a string");
    }

    private AttributeValue value(RootAttribute attribute, String text, Owner owner, Instant verifiedAt) {
        if (!attribute.isPair()) {
            return new TextValue(text);
        }
        if (attribute == RootAttribute.EMAIL && text.indexOf('@') < 0) {
            throw new InvalidUserException("email", "an e-mail address");
        }
        // A user as the owner has edited the address; that the application confirmed it, no field says.
        Owner verifier = owner.equals(Owner.USER) ? Owner.IMPORT : owner;
        return flag(json, attribute.flagName().orElseThrow())
                ? PairValue.verified(text, new Verification(verifier, verifiedAt))
                : PairValue.unverified(text);
    }

    private List<Identity> identities() {
        List<Identity> identities = new ArrayList<>();
        if (json.get("identities").orElse(JsonArray.of()) instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                if (!(element instanceof JsonObject identity)) {
                    throw new InvalidUserException("identities", "an array of objects");
                }
                identities.add(identity(identity));
            }
        }
        if (identities.isEmpty()) {
            throw new InvalidUserException("identities", "an array of at least one identity");
        }
        return identities;
    }

    private static Identity identity(JsonObject identity) {
        return new Identity(
                new IdentityKey(requiredText(identity, "connection"), requiredText(identity, "user_id")),
                requiredText(identity, "provider"),
                flag(identity, "isSocial"),
                object(identity, "profileData"),
                false);
    }

    private long count() {
        JsonValue count = json.get("logins_count").orElse(JsonNumber.of(0));
        if (count instanceof JsonNumber number
                && number.isIntegerLiteral()
                && !number.text().startsWith("-")
                && number.text().length() <= 18) {
            return Long.parseLong(number.text());
        }
        throw new InvalidUserException("logins_count", "an integer of 0 or more");
    }

    private Optional<Instant> time(String field) {
        try {
            return text(json, field).map(Instant::parse);
        } catch (DateTimeParseException wrong) {
            throw new InvalidUserException(field, "a time in ISO 8601, UTC");
        }
    }

    private static JsonObject object(JsonObject in, String field) {
        if (in.get(field).orElse(JsonObject.EMPTY) instanceof JsonObject object) {
            return object;
        }
        throw new InvalidUserException(field, "an object");
    }

    private static boolean flag(JsonObject in, String field) {
        if (in.get(field).orElse(JsonBoolean.FALSE) instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw new InvalidUserException(field, "a boolean");
    }

    private static String requiredText(JsonObject in, String field) {
        return text(in, field).orElseThrow(missing(field, "a string"));
    }

    private static Optional<String> text(JsonObject in, String field) {
        Optional<JsonValue> value = in.get(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof JsonString string)) {
            throw new InvalidUserException(field, "a string");
        }
        if (Characters.isUnsafe(string.value())) {
            throw new InvalidUserException(field, "text without NUL and lone surrogates");
        }
        return Optional.of(string.value());
    }

    private static Supplier<InvalidUserException> missing(String field, String expected) {
        return () -> new InvalidUserException(field, expected);
    }
}
