package dev.onoma.core.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.core.Limits;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole user as one text, for stores: what {@link UserJson} says, who verified which address and when, and whose claims are
 * vouched for. What was
 * written is read back equal, however much it is: the parts of a user had their limits when they came in.
 */
public final class UserSnapshot {
    private static final String VERIFICATIONS = "verifications";
    private static final String VOUCHED_FOR = "vouched_for";

    private UserSnapshot() {}

    /** The user as compact JSON text. */
    public static String write(User user) {
        JsonObject.Builder verifications = JsonObject.builder();
        for (RootAttribute attribute : RootAttribute.ALL) {
            user.root()
                    .pair(attribute)
                    .flatMap(PairValue::verification)
                    .ifPresent(verification -> verifications.put(attribute.fieldName(), json(verification)));
        }
        JsonObject.Builder json = UserJson.write(user).toBuilder().put(VERIFICATIONS, verifications.build());
        List<JsonValue> vouched = new ArrayList<>();
        user.identities().forEach(identity -> vouched.add(JsonBoolean.of(identity.isVouchedFor())));
        return json.put(VOUCHED_FOR, new JsonArray(vouched)).build().toJson();
    }

    private static JsonObject json(Verification verification) {
        return JsonObject.builder()
                .put("by", verification.by().name())
                .put("at", verification.at().toString())
                .build();
    }

    /**
     * The user of such a text.
     *
     * @throws JsonException when the text is not JSON
     * @throws InvalidUserException when it is not a user, naming the field
     */
    public static User read(String text) {
        JsonObject json =
                object(JsonDocument.parse(text.getBytes(UTF_8), Limits.STORED).value(), "user");
        User user = UserJson.read(json);
        RootAttributes root = user.root();
        JsonObject verifications = object(json.get(VERIFICATIONS).orElse(JsonObject.EMPTY), VERIFICATIONS);
        for (String name : verifications.names()) {
            RootAttribute attribute =
                    RootAttribute.named(name).filter(RootAttribute::isPair).orElseThrow(UserSnapshot::invalid);
            OwnedValue owned = root.get(attribute).orElseThrow(UserSnapshot::invalid);
            Verification verification =
                    verification(object(verifications.get(name).orElseThrow(), VERIFICATIONS));
            root = root.with(
                    attribute, new OwnedValue(PairValue.verified(owned.value().text(), verification), owned.owner()));
        }
        return user.toBuilder()
                .root(root)
                .identities(identities(user, json.get(VOUCHED_FOR).orElse(JsonArray.of())))
                .build();
    }

    private static List<Identity> identities(User user, JsonValue vouched) {
        List<Identity> identities = new ArrayList<>();
        for (Identity identity : user.identities()) {
            boolean vouchedFor = vouched instanceof JsonArray array
                    && identities.size() < array.elements().size()
                    && array.elements().get(identities.size()) == JsonBoolean.TRUE;
            identities.add(identity.withProfileData(identity.profileData(), vouchedFor));
        }
        return identities;
    }

    private static Verification verification(JsonObject json) {
        try {
            return new Verification(new Owner(text(json, "by")), Instant.parse(text(json, "at")));
        } catch (DateTimeException wrong) {
            throw invalid();
        }
    }

    private static String text(JsonObject json, String name) {
        if (json.get(name).orElse(JsonObject.EMPTY) instanceof JsonString string) {
            return string.value();
        }
        throw invalid();
    }

    private static JsonObject object(JsonValue value, String field) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new InvalidUserException(field, "an object");
    }

    private static InvalidUserException invalid() {
        return new InvalidUserException(VERIFICATIONS, "who verified which of the user's addresses, and when");
    }
}
