package dev.onoma.providers.database.passwordless;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.Origin;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.Retry;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Logs people in who have proved that they read what is sent to an address. */
final class AddressOwners {
    private final Connection connection;
    private final LoginProcessor processor;
    private final AccountStore store;

    AddressOwners(Connection connection, LoginProcessor processor, AccountStore store) {
        this.connection = connection;
        this.processor = processor;
        this.store = store;
    }

    /** The address as its user writes it; as it was typed where nobody has it. */
    String spelling(CodeAddress address) {
        return credential(address)
                .flatMap(known -> store.find(known.identity()))
                .flatMap(stored -> stored.user().text(address.attribute()))
                .filter(address::isSpelled)
                .orElse(address.text());
    }

    /** Logs the owner of an address in; the first time that makes a user. */
    LoginResult logIn(CodeAddress address, Origin origin, Instant now) {
        return Retry.untilItStands(() -> credential(address)
                .map(known -> again(known.identity(), address, origin, now))
                .orElseGet(() -> first(address, origin)));
    }

    private Optional<Credential> credential(CodeAddress address) {
        return store.credentials().find(connection.name(), address.name());
    }

    private LoginResult first(CodeAddress address, Origin origin) {
        // An id that is drawn: addresses and phone numbers change hands.
        IdentityKey identity =
                new IdentityKey(connection.name(), UUID.randomUUID().toString());
        RootAttribute attribute = address.attribute();
        JsonObject record = JsonObject.builder()
                .put(Passwordless.SUBJECT, identity.subject())
                .put(attribute.fieldName(), address.text())
                .put(attribute.flagName().orElseThrow(), true)
                .build();
        Login login = Login.of(connection.name(), Claims.of(record, Evidence.ANSWERED_MESSAGE, connection.limits()))
                .from(origin)
                .withCredential(Credential.of(identity, RootAttributes.NONE).named(address.name()));
        try {
            return processor.login(login);
        } catch (LoginNameTakenException faster) {
            // Another login of the same person has made the user meanwhile: this one is its second.
            throw new StaleUserException();
        }
    }

    private LoginResult again(IdentityKey key, CodeAddress address, Origin origin, Instant now) {
        StoredUser stored = store.find(key)
                .filter(found -> !found.isTombstone())
                // Deleted since its name was found: whoever comes now comes for the first time.
                .orElseThrow(StaleUserException::new);
        confirm(stored, key, address, origin, now);
        Identity identity = stored.user().identity(key).orElseThrow();
        return processor.login(Login.of(connection.name(), Claims.stored(record(identity), identity.isVouchedFor()))
                .from(origin)
                .onlyKnown());
    }

    /** What is stored of an identity; users who were imported bring no id of ours along. */
    private static JsonObject record(Identity identity) {
        JsonObject stored = identity.profileData();
        return stored.get(Passwordless.SUBJECT).isPresent()
                ? stored
                : stored.toBuilder()
                        .put(Passwordless.SUBJECT, identity.subject())
                        .build();
    }

    /** An address that an administrator or an import has set is confirmed by the first code that comes back. */
    private void confirm(StoredUser stored, IdentityKey key, CodeAddress address, Origin origin, Instant now) {
        User user = stored.user();
        Optional<OwnedValue> unconfirmed = user.root()
                .get(address.attribute())
                .filter(owned -> owned.value() instanceof PairValue pair
                        && !pair.isVerified()
                        && address.isSpelled(pair.text()));
        if (unconfirmed.isEmpty()
                || user.isBlocked()
                || !user.primaryIdentity().key().equals(key)) {
            return;
        }
        PairValue confirmed = PairValue.verified(unconfirmed.get().value().text(), new Verification(Owner.USER, now));
        User after = user.toBuilder()
                .root(user.root()
                        .with(
                                address.attribute(),
                                new OwnedValue(confirmed, unconfirmed.get().owner())))
                .updatedAt(now)
                .build();
        EventType type = address.attribute() == RootAttribute.EMAIL ? EventType.VERIFY_EMAIL : EventType.VERIFY_PHONE;
        UserEvent event = UserEvent.of(user.id(), now, type)
                .from(origin.through(connection.name()))
                .detail(Owner.USER.name());
        store.write(new UserChange.Update(stored, after, Optional.empty(), List.of(event)));
    }
}
