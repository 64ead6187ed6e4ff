package dev.onoma.store.jdbc;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.testkit.TestClock;
import java.util.UUID;

/**
 * Somebody who signs up at a connection of the application's own.
 *
 * @param user the new user
 * @param credential its new credential
 */
public record Account(User user, Credential credential) {
    /** The connection's name. */
    public static final String CONNECTION = "people";

    /** Somebody of that name, under a subject that is drawn. */
    public static Account drawn(String name) {
        return of(UUID.randomUUID().toString(), name);
    }

    /** Somebody of that subject and name. */
    public static Account of(String subject, String name) {
        IdentityKey key = new IdentityKey(CONNECTION, subject);
        RootAttributes root = RootAttributes.NONE
                .with(RootAttribute.USERNAME, OwnedValue.of(name, Owner.USER))
                .with(RootAttribute.EMAIL, new OwnedValue(PairValue.unverified(name + "@example.org"), Owner.USER));
        Identity identity = new Identity(key, "database", false, JsonObject.EMPTY);
        User user = User.builder(UserId.of(CONNECTION + "|" + subject), identity, TestClock.START)
                .root(root)
                .build();
        return new Account(user, Credential.of(key, root).withPassword("hash of " + name, TestClock.START));
    }

    /** The identity that both are of. */
    public IdentityKey key() {
        return credential.identity();
    }

    /** The signup, beside which the credential is written. */
    public UserChange insert() {
        return new UserChange.Insert(user);
    }
}
