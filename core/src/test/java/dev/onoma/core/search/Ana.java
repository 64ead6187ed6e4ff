package dev.onoma.core.search;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The users that queries are asked about. */
final class Ana {
    static final Instant CREATED = Instant.parse("2026-03-31T22:30:00.250Z");
    private static final Instant LOGIN = Instant.parse("2026-04-02T08:00:00Z");

    /** A user of whom everything is known. */
    static final User ANA = User.builder(UserId.of("google-oauth2|103"), google(), CREATED)
            .identities(List.of(google(), database()))
            .root(root())
            .userMetadata(json("""
                    {"language": "hr", "addresses": [{"city": "Zagreb"}, {"city": ["Split", "Zadar"]}], "none": null,
                     "empty": {}, "no": [], "shoes": 38.5, "newsletter": true, "nested": [["deep"]], "a b": {"c:d": 1}}
                    """))
            .appMetadata(json("""
                    {"plan": "gold", "seats": [1, 15], "since": "2024-05-01", "code": "13", "number": 13.0}
                    """))
            .counters(new LoginCounters(12, Optional.of(LOGIN), Optional.of("2001:db8::7")))
            .build();

    /** A user of whom nothing is known but an identity. */
    static final User NOBODY = User.builder(
                    UserId.of("sms|1"),
                    new Identity(new IdentityKey("sms", "1"), "sms", false, JsonObject.EMPTY),
                    CREATED)
            .build();

    private Ana() {}

    private static Identity google() {
        JsonObject claims = json("{\"hd\": \"example.com\", \"https://example.com/team\": \"blue\"}");
        return new Identity(new IdentityKey("google-oauth2", "103"), "google-oauth2", true, claims);
    }

    private static Identity database() {
        return new Identity(new IdentityKey("users", "42"), "database", false, JsonObject.EMPTY);
    }

    private static RootAttributes root() {
        PairValue email = PairValue.verified("Ana.Lovric@Example.com", new Verification(Owner.ADMIN, CREATED));
        return RootAttributes.NONE
                .with(RootAttribute.NAME, OwnedValue.of("Ana Lovrić", Owner.USER))
                .with(RootAttribute.GIVEN_NAME, OwnedValue.of("Ana", Owner.USER))
                .with(RootAttribute.FAMILY_NAME, OwnedValue.of("LOVRIĆ", Owner.USER))
                .with(RootAttribute.NICKNAME, OwnedValue.of("ana.lovric", Owner.DERIVED))
                .with(RootAttribute.PICTURE, OwnedValue.of("https://cdn.example.com/ana.jpg?s=1", Owner.USER))
                .with(RootAttribute.EMAIL, new OwnedValue(email, Owner.USER))
                .with(RootAttribute.USERNAME, OwnedValue.of("Ana", Owner.USER))
                .with(RootAttribute.PHONE_NUMBER, new OwnedValue(PairValue.unverified("+385911"), Owner.USER));
    }

    static JsonObject json(String text) {
        return (JsonObject) JsonValue.parse(text);
    }
}
