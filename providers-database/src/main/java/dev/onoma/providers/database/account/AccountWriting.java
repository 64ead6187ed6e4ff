package dev.onoma.providers.database.account;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.RefusedException;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.Origin;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.store.Retry;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.sync.Synchronization;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Finds accounts, and writes user, credential and event as one. */
final class AccountWriting {
    private final Parts parts;

    AccountWriting(Parts parts) {
        this.parts = parts;
    }

    /** The account of an identity; empty when its user is gone. */
    Optional<Account> find(IdentityKey identity) {
        return parts.store()
                .find(identity)
                .filter(stored -> !stored.isTombstone())
                .map(stored -> account(stored, identity));
    }

    /** The account of a user here; the first where there are several. */
    Optional<Account> find(UserId user) {
        return parts.store()
                .find(user)
                .filter(stored -> !stored.isTombstone())
                .flatMap(stored -> stored.user().identities().stream()
                        .map(Identity::key)
                        .filter(key ->
                                key.connection().equals(parts.connection().name()))
                        .findFirst()
                        .map(key -> account(stored, key)));
    }

    /** Users who were stored without a credential, by an import for instance, have names and may be given a password. */
    private Account account(StoredUser stored, IdentityKey key) {
        return new Account(stored, parts.store().credentials().find(key).orElseGet(() -> named(stored.user(), key)));
    }

    private Credential named(User user, IdentityKey key) {
        if (user.primaryIdentity().key().equals(key)) {
            return Credential.of(key, user.root());
        }
        Credential bare = Credential.of(key, RootAttributes.NONE);
        return Account.claimedEmail(user, key)
                .flatMap(text -> EmailAddress.parse(text, parts.connection().limits()))
                .map(address -> bare.named(LoginName.of(address)))
                .orElse(bare);
    }

    /**
     * Carries out a step with the account as it is now, and again where its write no longer fits; nothing for a blocked
     * user. Empty when there is no such account.
     */
    Optional<ChangeResult> changing(IdentityKey key, Function<Account, ChangeResult> step) {
        try {
            return Retry.untilItStands(
                    () -> find(key).map(account -> account.user().isBlocked() ? blocked() : step.apply(account)));
        } catch (RefusedException refused) {
            return Optional.of(new ChangeResult.Refused(refused.refusal()));
        }
    }

    /** The credential of an identity, or what would be one. */
    Credential credential(StoredUser stored, IdentityKey key) {
        return account(stored, key).credential();
    }

    /** The identity of a profile. */
    IdentityKey key(NormalizedProfile profile) {
        return new IdentityKey(parts.connection().name(), profile.subject());
    }

    /** The user that a profile makes. */
    User newUser(NormalizedProfile profile, JsonObject userMetadata, Instant now) {
        String provider = parts.connection().provider().name();
        RootAttributes root = Synchronization.creation(
                        profile, parts.connection(), parts.processor().connections(), now)
                .root();
        Identity identity = new Identity(key(profile), provider, false, profile.profileData(), profile.isVouchedFor());
        return User.builder(UserId.from(provider, key(profile)), identity, now)
                .root(root)
                .userMetadata(userMetadata)
                .build();
    }

    /** Makes a user of a profile, with a credential that has its names and what it is given. */
    void insert(NormalizedProfile profile, Origin origin, UnaryOperator<Credential> given) {
        User user = newUser(profile, JsonObject.EMPTY, parts.now());
        UserEvent event = UserEvent.of(user.id(), parts.now(), EventType.SIGNUP)
                .from(origin.through(parts.connection().name()));
        parts.store()
                .credentials()
                .write(
                        new UserChange.Insert(user, List.of(event)),
                        given.apply(Credential.of(key(profile), user.root())));
    }

    /** Writes an account as it becomes, with what the history says of it. */
    ChangeResult write(Account account, User after, Credential credential, EventType type, Owner by, Origin origin) {
        UserEvent event = UserEvent.of(account.user().id(), parts.now(), type)
                .from(origin.through(parts.connection().name()))
                .detail(by.name());
        parts.store()
                .credentials()
                .write(new UserChange.Update(account.stored(), after, Optional.empty(), List.of(event)), credential);
        return ChangeResult.Done.of(account.user(), after);
    }

    static ChangeResult notFound() {
        return ChangeResult.refused(RefusalCode.USER_NOT_FOUND, "no user has that id and an account at the connection");
    }

    static ChangeResult blocked() {
        return ChangeResult.refused(RefusalCode.USER_BLOCKED, "the user is blocked");
    }

    static ChangeResult invalidTicket() {
        return ChangeResult.refused(
                RefusalCode.INVALID_TICKET, "the ticket is unknown, used, replaced, too old, or for something else");
    }
}
