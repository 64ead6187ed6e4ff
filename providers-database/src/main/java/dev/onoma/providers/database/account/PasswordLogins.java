package dev.onoma.providers.database.account;

import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.Origin;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.guard.AttemptGuard.Attempt;
import dev.onoma.providers.database.password.PasswordVerdict;
import dev.onoma.providers.database.password.TooManyHashesException;
import java.util.Optional;

/**
 * Logs people in by name and password. Whatever makes a login fail, it does the same work in the same order: a look at the
 * credential, two counts, a look at the user, one hash, another look at the user, one write. Neither the answer nor its
 * time tells an unknown name from a wrong password, from a user who logs in elsewhere only, from one that is blocked or
 * guessed at.
 */
final class PasswordLogins {
    /** A name that nobody can have, since no user name has a space in it, and an identity that nobody has. */
    private static final LoginName NOBODY = new LoginName(LoginName.Kind.USERNAME, "no body");

    private final Parts parts;
    private final PasswordWork passwords;
    private final PasswordProof proof;

    PasswordLogins(Parts parts, PasswordWork passwords, PasswordProof proof) {
        this.parts = parts;
        this.passwords = passwords;
        this.proof = proof;
    }

    LoginResult logIn(PasswordLogin login) {
        String connection = parts.connection().name();
        Optional<LoginName> name = LoginName.typed(login.name(), parts.connection().limits());
        Optional<Credential> credential =
                parts.store().credentials().find(connection, name.orElse(NOBODY));
        String who = credential
                .map(known -> AttemptName.of(known.identity()))
                .orElseGet(() -> AttemptName.ofNobody(login.name(), name));
        Attempt attempt = parts.attempts().begin(connection, who, login.origin().ip(), parts.now());
        IdentityKey identity = credential.map(Credential::identity).orElse(new IdentityKey(connection, NOBODY.key()));
        Optional<User> user = user(identity).filter(found -> credential.isPresent());
        Optional<Credential> checked = credential.filter(known -> attempt.isAllowed() && user.isPresent());
        try {
            PasswordVerdict verdict = passwords.check(login.password(), checked);
            return verdict.matches()
                    ? accepted(login, attempt, checked.orElseThrow(), user.orElseThrow(), verdict)
                    : failed(login.origin(), attempt, who, user, user(identity));
        } catch (TooManyHashesException busy) {
            return refused(PasswordWork.BUSY);
        }
    }

    private Optional<User> user(IdentityKey identity) {
        return parts.store()
                .find(identity)
                .filter(stored -> !stored.isTombstone())
                .map(StoredUser::user);
    }

    private LoginResult accepted(
            PasswordLogin login, Attempt attempt, Credential credential, User user, PasswordVerdict verdict) {
        // Of a blocked user, too: a right password must not take another time than a wrong one.
        Optional<String> newHash = verdict == PasswordVerdict.MATCHES_REHASH
                ? passwords.rehash(login.password())
                : Optional.empty();
        if (!user.isBlocked()) {
            attempt.succeeded();
            newHash.ifPresent(hash -> rehash(credential, hash));
        }
        // Only known: a user that was deleted this very moment does not come back without a password.
        return parts.processor()
                .login(Login.of(credential.identity().connection(), claims(user, credential.identity()))
                        .from(login.origin())
                        .onlyKnown());
    }

    /** What the account says of its user: the claims of its last login, under its id whoever stored them. */
    private static Claims claims(User user, IdentityKey key) {
        Identity identity = user.identity(key).orElseThrow();
        JsonObject profile = identity.profileData().toBuilder()
                .put(SignUps.ID, key.subject())
                .build();
        return Claims.of(profile, identity.isVouchedFor() ? Evidence.IMPORT : Evidence.SIGNUP, Limits.STORED);
    }

    /** Compare-and-set: a password that was changed meanwhile stays changed. */
    private void rehash(Credential credential, String hash) {
        try {
            parts.store()
                    .credentials()
                    .write(credential.withPassword(
                            credential.password().orElseThrow().rehashed(hash)));
        } catch (StaleUserException later) {
            // The next login asks again.
        }
    }

    /** The second look at the user is that of a login whose password is right: see {@link #accepted}. */
    private LoginResult failed(
            Origin origin, Attempt attempt, String who, Optional<User> user, Optional<User> secondLook) {
        if (user.isEmpty()) {
            proof.missed(who, origin);
            return refused(
                    attempt.isAllowed()
                            ? new Refusal(RefusalCode.UNKNOWN_USER, "no user of the connection has that name")
                            : PasswordProof.refusal(attempt));
        }
        Refusal refusal = PasswordProof.refusal(attempt);
        proof.record(secondLook.orElse(user.get()).id(), who, attempt, refusal, origin);
        return refused(refusal);
    }

    private LoginResult refused(Refusal refusal) {
        return LoginResult.refused(parts.connection().name(), refusal);
    }
}
