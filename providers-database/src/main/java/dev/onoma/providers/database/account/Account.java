package dev.onoma.providers.database.account;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.json.JsonString;
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
        return isPrimary()
                ? user().email()
                : identity()
                        .profileData()
                        .get(EMAIL)
                        .filter(JsonString.class::isInstance)
                        .map(value -> ((JsonString) value).value());
    }

    boolean hasEmail(String address) {
        return email().filter(own -> EmailAddress.same(own, address)).isPresent();
    }

    /** Whether somebody has confirmed the user's address. */
    boolean isConfirmed() {
        return user().isEmailVerified();
    }

    /** The user, whose address its owner has confirmed by reading what was sent there. */
    User confirmed(Instant now) {
        if (!isPrimary() || isConfirmed()) {
            return user();
        }
        String address = user().email().orElseThrow();
        return withAddress(user(), address, now);
    }

    /** The user with another address, that its owner reads. */
    User withEmail(String address, Instant now) {
        List<Identity> identities = user().identities().stream()
                .map(each -> each.key().equals(key())
                        ? each.withProfileData(each.profileData().toBuilder()
                                .put(EMAIL, address)
                                .build())
                        : each)
                .toList();
        User moved = user().toBuilder().identities(identities).updatedAt(now).build();
        return isPrimary() ? withAddress(moved, address, now) : moved;
    }

    private static User withAddress(User user, String address, Instant now) {
        PairValue pair = PairValue.verified(address, new Verification(Owner.USER, now));
        Owner owner = user.root()
                .owner(RootAttribute.EMAIL)
                .filter(stored -> EmailAddress.same(user.email().orElseThrow(), address))
                .orElse(Owner.USER);
        return user.toBuilder()
                .root(user.root().with(RootAttribute.EMAIL, new OwnedValue(pair, owner)))
                .updatedAt(now)
                .build();
    }
}
