package dev.onoma.testkit.directory;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users to find. */
final class Samples {
    static final Instant CREATED = Instant.parse("2026-01-31T12:00:00.123Z");

    private Samples() {}

    /** A user with one identity, and nothing else. */
    static User.Builder plain(String id) {
        return plain(id, CREATED);
    }

    private static User.Builder plain(String id, Instant createdAt) {
        return User.builder(UserId.of(id), identity("contract", id, "{}"), createdAt);
    }

    static Identity identity(String connection, String subject, String claims) {
        return new Identity(new IdentityKey(connection, subject), "contract", false, json(claims));
    }

    static JsonObject json(String text) {
        return (JsonObject) JsonValue.parse(text);
    }

    /** Attributes with one more; a pair is verified where its text has a plus sign. */
    static RootAttributes with(RootAttributes root, RootAttribute attribute, String text) {
        if (!attribute.isPair()) {
            return root.with(attribute, OwnedValue.of(text, Owner.ADMIN));
        }
        PairValue pair = text.indexOf('+') >= 0
                ? PairValue.verified(text, new Verification(Owner.ADMIN, CREATED))
                : PairValue.unverified(text);
        return root.with(attribute, new OwnedValue(pair, Owner.ADMIN));
    }

    /** A user of whom everything is known. */
    static User complete() {
        RootAttributes root = RootAttributes.NONE;
        for (RootAttribute attribute : RootAttribute.ALL) {
            String text = switch (attribute) {
                case EMAIL -> "Ana+1@example.com";
                case PHONE_NUMBER -> "+385911";
                case NAME, GIVEN_NAME, FAMILY_NAME, NICKNAME, PICTURE, USERNAME -> attribute.fieldName();
            };
            root = with(root, attribute, text);
        }
        return plain("contract|1")
                .root(root)
                .identities(List.of(
                        identity("contract", "1", "{\"a\":[1,{\"b\":null}]}"), identity("other", "2", "{\"c\":true}")))
                .userMetadata(json("{\"language\":\"hr\"}"))
                .appMetadata(json("{\"plan\":\"gold\",\"seats\":5}"))
                .counters(new LoginCounters(7, Optional.of(CREATED.plusSeconds(5)), Optional.of("2001:db8::7")))
                .build();
    }

    /** Users that differ, are equal, and have nothing, in each field that users are sorted by; all text is ASCII. */
    static List<User> sortable() {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            users.add(sortable(i));
        }
        return users;
    }

    private static User sortable(int i) {
        User.Builder user = plain("contract|" + (char) ('a' + i % 5) + i, CREATED.plusSeconds(i * 11L % 7))
                .updatedAt(CREATED.plusSeconds(60 + i * 7L % 6));
        if (i % 4 == 0) {
            return user.build();
        }
        RootAttributes root = RootAttributes.NONE;
        for (RootAttribute attribute : RootAttribute.ALL) {
            String text = (i % 2 == 0 ? "b" : "B") + i * 5 % 7;
            root = with(root, attribute, attribute == RootAttribute.EMAIL ? text + "@example.com" : text);
        }
        return user.root(root)
                .counters(
                        new LoginCounters(i * 5 % 12, Optional.of(CREATED.minusSeconds(i * 3 % 10)), Optional.empty()))
                .build();
    }
}
