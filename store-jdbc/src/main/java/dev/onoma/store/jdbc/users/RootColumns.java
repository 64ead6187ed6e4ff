package dev.onoma.store.jdbc.users;

import dev.onoma.core.attribute.AttributeValue;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.TextValue;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Root attributes as columns by their own names, beside {@code owners} and {@code verifications} as JSON. */
final class RootColumns {
    private static final String BY = "by";
    private static final String AT = "at";

    private RootColumns() {}

    static RootAttributes read(ResultSet row) throws SQLException {
        JsonObject owners = StoredJson.read(row.getString("owners"));
        JsonObject verifications = StoredJson.read(row.getString("verifications"));
        RootAttributes root = RootAttributes.NONE;
        for (RootAttribute attribute : RootAttribute.ALL) {
            @Nullable String text = row.getString(attribute.fieldName());
            if (text != null) {
                Owner owner = new Owner(text(owners, attribute.fieldName()));
                root = root.with(attribute, new OwnedValue(value(attribute, text, verifications), owner));
            }
        }
        return root;
    }

    private static AttributeValue value(RootAttribute attribute, String text, JsonObject verifications) {
        if (!attribute.isPair()) {
            return new TextValue(text);
        }
        Optional<JsonObject> verification =
                verifications.get(attribute.fieldName()).map(JsonObject.class::cast);
        return verification.isEmpty()
                ? PairValue.unverified(text)
                : PairValue.verified(text, verification(verification.get()));
    }

    private static Verification verification(JsonObject json) {
        return new Verification(new Owner(text(json, BY)), Instant.parse(text(json, AT)));
    }

    private static String text(JsonObject json, String name) {
        return ((JsonString) json.get(name).orElseThrow()).value();
    }

    static JsonObject owners(RootAttributes root) {
        JsonObject.Builder owners = JsonObject.builder();
        root.forEach((attribute, owned) ->
                owners.put(attribute.fieldName(), owned.owner().name()));
        return owners.build();
    }

    static JsonObject verifications(RootAttributes root) {
        JsonObject.Builder verifications = JsonObject.builder();
        root.forEach((attribute, owned) -> {
            if (owned.value() instanceof PairValue pair) {
                pair.verification()
                        .ifPresent(verification -> verifications.put(attribute.fieldName(), json(verification)));
            }
        });
        return verifications.build();
    }

    private static JsonValue json(Verification verification) {
        return JsonObject.builder()
                .put(BY, verification.by().name())
                .put(AT, verification.at().toString())
                .build();
    }
}
