package dev.onoma.testkit.store;

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

/** Users to store. */
final class SampleUsers {
    static final Instant CREATED = Instant.parse("2026-01-01T12:00:00.123Z");
    static final Instant LATER = Instant.parse("2026-01-02T08:30:00.456Z");
    private static final String CONNECTION = "google-oauth2";
    private static final Owner GOOGLE = new Owner(CONNECTION);

    private SampleUsers() {}

    /** A user with one identity, and nothing else. */
    static User plain(String subject) {
        return with(UserId.of(CONNECTION + "|" + subject), identity(CONNECTION, subject));
    }

    static User with(UserId id, Identity primary) {
        return User.builder(id, primary, CREATED).build();
    }

    static Identity identity(String connection, String subject) {
        return new Identity(new IdentityKey(connection, subject), connection, true, JsonObject.EMPTY);
    }

    /** A user with an address that nobody has verified. */
    static User addressed(String subject, String address) {
        return withAddress(plain(subject), address);
    }

    static User withAddress(User user, String address) {
        return user.toBuilder()
                .root(user.root().with(RootAttribute.EMAIL, new OwnedValue(PairValue.unverified(address), GOOGLE)))
                .build();
    }

    static User named(User user, String name) {
        return user.toBuilder()
                .root(user.root().with(RootAttribute.NAME, OwnedValue.of(name, GOOGLE)))
                .build();
    }

    static User joined(User primary, User secondary) {
        List<Identity> identities = new ArrayList<>(primary.identities());
        identities.addAll(secondary.identities());
        return primary.toBuilder().identities(identities).updatedAt(LATER).build();
    }

    static JsonObject json(String text) {
        return (JsonObject) JsonValue.parse(text);
    }

    /** A user of whom everything is known. */
    static User complete() {
        Identity google = identity(CONNECTION, "103547991597142817347")
                .withProfileData(json("{\"sub\":\"103547991597142817347\",\"hd\":\"example.com\",\"n\":{\"a\":[1]}}"));
        Identity facebook = identity("facebook", "10158400000000000")
                .withProfileData(json("{\"id\":\"10158400000000000\",\"picture\":{\"data\":{\"url\":null}}}"), false);
        Identity database = new Identity(new IdentityKey("users", "42"), "database", false, JsonObject.EMPTY);
        return with(UserId.of(CONNECTION + "|103547991597142817347"), google).toBuilder()
                .identities(List.of(google, facebook, database))
                .root(completeRoot())
                .userMetadata(json("{\"language\":\"hr\",\"tour\":{\"done\":true,\"steps\":[1,2,3]}}"))
                .appMetadata(json("{\"plan\":\"full\",\"limits\":{\"seats\":5}}"))
                .updatedAt(LATER)
                .counters(new LoginCounters(3_000_000_000L, Optional.of(LATER), Optional.of("2001:db8::7")))
                .build();
    }

    private static RootAttributes completeRoot() {
        PairValue email = PairValue.verified("Ana.Lovric@example.com", new Verification(GOOGLE, CREATED));
        PairValue phone = PairValue.verified("+385911234567", new Verification(Owner.ADMIN, LATER));
        return RootAttributes.NONE
                .with(RootAttribute.NAME, OwnedValue.of("Ana Lovrić", Owner.USER))
                .with(RootAttribute.GIVEN_NAME, OwnedValue.of("Ana", GOOGLE))
                .with(RootAttribute.FAMILY_NAME, OwnedValue.of("Lovrić", Owner.ADMIN))
                .with(RootAttribute.NICKNAME, OwnedValue.of("ana.lovric", Owner.DERIVED))
                .with(RootAttribute.PICTURE, OwnedValue.of("https://cdn.example.com/ana.jpg", GOOGLE))
                .with(RootAttribute.EMAIL, new OwnedValue(email, GOOGLE))
                .with(RootAttribute.USERNAME, OwnedValue.of("ana", Owner.IMPORT))
                .with(RootAttribute.PHONE_NUMBER, new OwnedValue(phone, Owner.ADMIN));
    }
}
