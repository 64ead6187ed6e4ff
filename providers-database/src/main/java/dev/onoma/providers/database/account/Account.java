package dev.onoma.providers.database.account;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user as far as one of its identities is an account here.
 *
 * @param stored the user
 * @param credential that of the identity
 */
record Account(StoredUser stored, Credential credential) {
    private static final String EMAIL = RootAttribute.EMAIL.fieldName();
    private static final String FLAG = RootAttribute.EMAIL.flagName().orElseThrow();
    private static final Optional<JsonValue> CONFIRMED = Optional.of(JsonBoolean.TRUE);

    User user() {
        return stored.user();
    }

    IdentityKey key() {
        return credential.identity();
    }

    Identity identity() {
        return user().identity(key()).orElseThrow();
    }

    boolean isPrimary() {
        return user().primaryIdentity().key().equals(key());
    }

    /** The account's address: the user's own where the account is primary, and otherwise that of its claims. */
    Optional<String> email() {
        return isPrimary() ? user().email() : claimedEmail(user(), key());
    }

    static Optional<String> claimedEmail(User user, IdentityKey key) {
        return user.identity(key)
                .flatMap(identity -> identity.profileData().get(EMAIL))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .filter(text -> EmailAddress.parse(text).isPresent());
    }

    boolean hasEmail(String address) {
        return email().filter(own -> EmailAddress.same(own, address)).isPresent();
    }

    /** Whether somebody has confirmed that the account's address is its owner's. */
    boolean isConfirmed() {
        return isPrimary()
                ? user().isEmailVerified()
                : identity().profileData().get(FLAG).equals(CONFIRMED);
    }

    /** The user, once its owner has shown to read what is sent to the account's address. */
    User confirmed(Instant now) {
        return isConfirmed() ? user() : withEmail(email().orElseThrow(), now);
    }

    /** The user with another address of the account, that its owner reads. */
    User withEmail(String address, Instant now) {
        List<Identity> identities = user().identities().stream()
                .map(each -> each.key().equals(key()) ? each.withProfileData(claiming(each, address)) : each)
                .toList();
        User moved = user().toBuilder().identities(identities).updatedAt(now).build();
        return isPrimary() ? withRoot(moved, address, now) : moved;
    }

    private static JsonObject claiming(Identity identity, String address) {
        return identity.profileData().toBuilder()
                .put(EMAIL, address)
                .put(FLAG, true)
                .build();
    }

    private static User withRoot(User user, String address, Instant now) {
        PairValue pair = PairValue.verified(address, new Verification(Owner.USER, now));
        Owner owner = user.root()
                .owner(RootAttribute.EMAIL)
                .filter(stored -> EmailAddress.same(user.email().orElseThrow(), address))
                .orElse(Owner.USER);
        return user.toBuilder()
                .root(user.root().with(RootAttribute.EMAIL, new OwnedValue(pair, owner)))
                .build();
    }
}
