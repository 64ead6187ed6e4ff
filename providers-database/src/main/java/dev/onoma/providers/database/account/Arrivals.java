package dev.onoma.providers.database.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.StoredPassword;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.Retry;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserIdTakenException;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.providers.database.custom.CustomDatabaseCalls;
import dev.onoma.providers.database.custom.CustomLogin;
import dev.onoma.providers.database.custom.CustomReply;
import dev.onoma.providers.database.guard.AttemptGuard.Attempt;
import dev.onoma.providers.database.password.TooManyHashesException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Logs in, from a custom database, whoever has no password here: the first good login stores user, names and a hash of
 * this module's own, in one write. Whose password is here is checked here, whatever the database says.
 */
final class Arrivals {
    /** Nobody knows when a password from elsewhere was chosen, so it is older than any confirmation of an address. */
    private static final Instant LONG_AGO = Instant.EPOCH;

    private final Parts parts;
    private final CustomDatabaseCalls database;
    private final PasswordWork passwords;
    private final PasswordProof proof;
    private final AccountWriting accounts;
    private final CustomRecords records;
    private final IdentityKey nobody;

    Arrivals(Parts parts, CustomDatabaseCalls database, PasswordWork passwords, PasswordProof proof) {
        this.parts = parts;
        this.database = database;
        this.passwords = passwords;
        this.proof = proof;
        this.accounts = new AccountWriting(parts);
        this.records = new CustomRecords(parts);
        this.nobody =
                new IdentityKey(parts.connection().name(), UUID.randomUUID().toString());
    }

    /** Takes as long as a login that the database refuses, for one that it is not asked about. */
    void awaitLikeRefusal() {
        lookForNobody();
        database.awaitLikeRefusal();
    }

    /** By what attempts at a name are counted that nobody has here. */
    String countedAs(String typed) {
        return "custom " + database.countedAs(typed);
    }

    /** Whom the database accepts is looked for here; whom it does not has to cost that, too. */
    private void lookForNobody() {
        parts.store().find(nobody);
        parts.store().credentials().find(nobody);
    }

    Arrival logIn(PasswordLogin login) {
        CustomReply<CustomLogin> reply = database.login(login.name(), login.password());
        if (reply instanceof CustomReply.Unavailable<CustomLogin> unavailable) {
            return new Arrival.Refused(unavailable.refusal());
        }
        CustomLogin answer = ((CustomReply.Answered<CustomLogin>) reply).value();
        try {
            return answer instanceof CustomLogin.Accepted accepted
                    ? accepted(login, accepted.record())
                    : failed(login, answer);
        } catch (TooManyHashesException busy) {
            return refused(RefusalCode.TEMPORARILY_UNAVAILABLE, "too many passwords are being hashed");
        }
    }

    /** Does the work that a password here would have cost. */
    private Arrival failed(PasswordLogin login, CustomLogin answer) {
        lookForNobody();
        passwords.check(login.password(), Optional.empty());
        return new Arrival.Failed(
                answer instanceof CustomLogin.UnknownUser
                        ? new Refusal(RefusalCode.UNKNOWN_USER, "nobody has that name, in the custom database either")
                        : new Refusal(RefusalCode.WRONG_PASSWORD, "the password is not the user's"));
    }

    private Arrival accepted(PasswordLogin login, JsonObject record) {
        CustomRecords.Read read = records.read(record);
        if (read.refusal().isPresent()) {
            return new Arrival.Refused(read.refusal().get());
        }
        NormalizedProfile profile = read.profile();
        try {
            return Retry.untilItStands(() -> settled(login, profile, record));
        } catch (LoginNameTakenException taken) {
            return refused(
                    RefusalCode.LOGIN_NAME_CONFLICT,
                    "another user here has the address, user name or phone number of the custom database's");
        } catch (UserIdTakenException taken) {
            return refused(RefusalCode.USER_ID_TAKEN, "the id that the user would get belongs to another user");
        }
    }

    private Arrival settled(PasswordLogin login, NormalizedProfile profile, JsonObject record) {
        IdentityKey key = accounts.key(profile);
        Optional<StoredUser> stored = parts.store().find(key);
        if (stored.isEmpty()) {
            StoredPassword password = hashed(login);
            accounts.insert(profile, login.origin(), credential -> credential.withPassword(password));
            return arrived(key);
        }
        Account account = new Account(stored.get(), accounts.credential(stored.get(), key));
        if (account.credential().hasHadPassword()) {
            return known(login, account);
        }
        if (stored.get().isTombstone() || account.user().isBlocked()) {
            return keptOut(login, record);
        }
        Credential given = account.credential().withPassword(hashed(login));
        // With the user as it was read: a credential alone would outlive a user who is deleted this very moment.
        parts.store().credentials().write(new UserChange.Update(stored.get(), account.user(), Optional.empty()), given);
        return arrived(key);
    }

    /** The processor knows what is said to those. That the password is right must not be told by the time it takes. */
    private Arrival keptOut(PasswordLogin login, JsonObject record) {
        passwords.check(login.password(), Optional.empty());
        return new Arrival.Arrived(
                Claims.of(record, Evidence.IMPORT, parts.connection().limits()));
    }

    private StoredPassword hashed(PasswordLogin login) {
        return new StoredPassword(passwords.hash(login.password()), LONG_AGO);
    }

    /**
     * The password is here already: the person moved this very moment, or typed a name that is known there alone. What
     * the database accepts may be what the password was before it was changed here.
     */
    private Arrival known(PasswordLogin login, Account account) {
        String who = AttemptName.of(account.key());
        Attempt attempt = parts.attempts()
                .begin(account.key().connection(), who, login.origin().ip(), parts.now());
        try {
            if (passwords
                    .check(login.password(), Optional.of(account.credential()).filter(known -> attempt.isAllowed()))
                    .matches()) {
                if (!account.user().isBlocked()) {
                    attempt.succeeded();
                }
                return arrived(account.key());
            }
        } catch (TooManyHashesException busy) {
            attempt.giveBack();
            throw busy;
        }
        Refusal refusal = PasswordProof.refusal(attempt);
        proof.record(account.user().id(), who, attempt, refusal, login.origin());
        return new Arrival.Failed(refusal);
    }

    private Arrival arrived(IdentityKey key) {
        return parts.store()
                .find(key)
                .flatMap(stored -> stored.user().identity(key))
                .<Arrival>map(identity -> new Arrival.Arrived(PasswordLogins.claims(identity)))
                .orElseGet(() -> refused(RefusalCode.UNKNOWN_USER, "the user was deleted this very moment"));
    }

    private static Arrival refused(RefusalCode code, String message) {
        return new Arrival.Refused(new Refusal(code, message));
    }
}
