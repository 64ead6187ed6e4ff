package dev.onoma.providers.database.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.history.Origin;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.Retry;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserIdTakenException;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.custom.CustomDatabaseCalls;
import dev.onoma.providers.database.custom.CustomReply;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Whom a custom database has by a name, for those who do not log in now: at a reset of a password, and at a signup. */
final class CustomNames {
    /** Those that a signup takes. */
    private static final List<RootAttribute> NAMES = List.of(RootAttribute.EMAIL, RootAttribute.USERNAME);

    private final Parts parts;
    private final CustomDatabaseCalls database;
    private final AccountWriting accounts;
    private final CustomRecords records;

    CustomNames(Parts parts, CustomDatabaseCalls database) {
        this.parts = parts;
        this.database = database;
        this.accounts = new AccountWriting(parts);
        this.records = new CustomRecords(parts);
    }

    /**
     * The account of whoever has a name there, made without a password where there is none here; empty when nobody has
     * it, when the person was deleted here, and when the database says nothing that can be used.
     */
    Optional<Account> account(String name, Origin origin) {
        return database.getUser(name) instanceof CustomReply.Answered<Optional<JsonObject>> answer
                ? answer.value()
                        .flatMap(record -> records.read(record).found())
                        .filter(profile -> profile.text(RootAttribute.EMAIL).isPresent())
                        .flatMap(profile -> account(profile, origin))
                : Optional.empty();
    }

    private Optional<Account> account(NormalizedProfile profile, Origin origin) {
        IdentityKey key = accounts.key(profile);
        try {
            return Retry.untilItStands(() -> {
                Optional<StoredUser> stored = parts.store().find(key);
                if (stored.isEmpty()) {
                    accounts.insert(profile, origin, UnaryOperator.identity());
                } else if (!stored.get().isTombstone()
                        && parts.store().credentials().find(key).isEmpty()) {
                    // With the user as it was read: a credential alone would outlive one who is deleted meanwhile.
                    parts.store()
                            .credentials()
                            .write(
                                    new UserChange.Update(
                                            stored.get(), stored.get().user(), Optional.empty()),
                                    accounts.credential(stored.get(), key));
                }
                return accounts.find(key);
            });
        } catch (LoginNameTakenException | UserIdTakenException takenHere) {
            return Optional.empty();
        }
    }

    /**
     * Why nobody may sign up with a user's names: somebody has one of them there, or that cannot be found out. Somebody
     * who has moved here, or was deleted here, has the names that the store says; but who was deleted while blocked
     * keeps those of there.
     */
    Optional<Refusal> refusal(User user) {
        Optional<Refusal> refusal = Optional.empty();
        for (RootAttribute name : NAMES) {
            if (refusal.isEmpty()) {
                refusal = user.root().text(name).flatMap(this::refusal);
            }
        }
        return refusal;
    }

    private Optional<Refusal> refusal(String name) {
        CustomReply<Optional<JsonObject>> reply = database.getUser(name);
        if (reply instanceof CustomReply.Unavailable<Optional<JsonObject>> unavailable) {
            return Optional.of(unavailable.refusal());
        }
        return ((CustomReply.Answered<Optional<JsonObject>>) reply)
                .value()
                .filter(this::isStillThere)
                .map(record -> new Refusal(
                        RefusalCode.LOGIN_NAME_TAKEN,
                        "the custom database has a user with the address, user name or phone number"));
    }

    /** Whether somebody has the name there, as far as can be told. */
    boolean has(String name) {
        return refusal(name)
                .filter(refusal -> refusal.code() == RefusalCode.LOGIN_NAME_TAKEN)
                .isPresent();
    }

    private boolean isStillThere(JsonObject record) {
        return records.read(record)
                .found()
                .flatMap(profile -> parts.store().find(accounts.key(profile)))
                .map(stored -> stored.isTombstone() && stored.user().isBlocked())
                .orElse(true);
    }
}
