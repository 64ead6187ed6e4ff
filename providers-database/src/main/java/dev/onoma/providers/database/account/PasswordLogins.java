package dev.onoma.providers.database.account;

import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.Origin;
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
import java.time.Instant;
import java.util.Optional;

/**
 * Logs people in by name and password. Whatever makes a login fail, it does the same work in the same order: two counts,
 * a look at the credential and at the user, one hash, one write. Neither the answer nor its time tells an unknown name
 * from a wrong password, from a user who logs in elsewhere only, from one that is blocked or guessed at.
 */
final class PasswordLogins {
    private static final String NOBODY = "nobody";

    private final Parts parts;
    private final PasswordWork passwords;
    private final PasswordProof proof;

    PasswordLogins(Parts parts, PasswordWork passwords, PasswordProof proof) {
        this.parts = parts;
        this.passwords = passwords;
        this.proof = proof;
    }

    LoginResult logIn(PasswordLogin login) {
        Instant now = parts.now();
        String connection = parts.connection().name();
        Optional<LoginName> name = LoginName.typed(login.name());
        Optional<Credential> credential =
                parts.store().credentials().find(connection, name.orElseGet(() -> LoginName.username(NOBODY + "@")));
        IdentityKey identity = credential.map(Credential::identity).orElse(new IdentityKey(connection, NOBODY));
        Attempt attempt = parts.attempts()
                .begin(
                        connection,
                        credential
                                .map(known -> AttemptName.of(known.identity()))
                                .orElseGet(() -> AttemptName.ofNobody(login.name(), name)),
                        login.origin().ip(),
                        now);
        Optional<User> user = parts.store()
                .find(identity)
                .filter(s -> credential.isPresent() && !s.isTombstone())
                .map(StoredUser::user);
        Optional<Credential> checked = credential.filter(known -> attempt.isAllowed() && user.isPresent());
        PasswordVerdict verdict;
        try {
            verdict = passwords.check(login.password(), checked);
        } catch (TooManyHashesException busy) {
            return refused(RefusalCode.TEMPORARILY_UNAVAILABLE, "too many passwords are being hashed");
        }
        if (!verdict.matches()) {
            return failed(attempt, user, login.origin(), now);
        }
        return accepted(login, attempt, checked.orElseThrow(), user.orElseThrow(), verdict);
    }

    private LoginResult accepted(
            PasswordLogin login, Attempt attempt, Credential credential, User user, PasswordVerdict verdict) {
        if (!user.isBlocked()) {
            attempt.succeeded();
            if (verdict == PasswordVerdict.MATCHES_REHASH) {
                rehash(login, credential);
            }
        }
        Identity identity = user.identity(credential.identity()).orElseThrow();
        Evidence evidence = identity.isVouchedFor() ? Evidence.IMPORT : Evidence.SIGNUP;
        Claims claims = Claims.of(identity.profileData(), evidence, Limits.STORED);
        // Only known: a user that was deleted this very moment does not come back without a password.
        return parts.processor()
                .login(Login.of(identity.connection(), claims)
                        .from(login.origin())
                        .onlyKnown());
    }

    /** Compare-and-set: a password that was changed meanwhile stays changed. */
    private void rehash(PasswordLogin login, Credential credential) {
        try {
            String hash = passwords.rehash(login.password());
            parts.store()
                    .credentials()
                    .write(credential.withPassword(
                            credential.password().orElseThrow().rehashed(hash)));
        } catch (StaleUserException | TooManyHashesException later) {
            // The next login asks again.
        }
    }

    private LoginResult failed(Attempt attempt, Optional<User> user, Origin origin, Instant now) {
        Refusal refusal = user.isPresent() || !attempt.isAllowed()
                ? PasswordProof.refusal(attempt)
                : new Refusal(RefusalCode.UNKNOWN_USER, "no user of the connection has that name");
        if (user.isPresent()) {
            proof.record(user.get().id(), attempt, refusal, origin);
        } else {
            parts.attempts().missed(parts.connection().name(), origin.ip(), now);
        }
        return LoginResult.refused(parts.connection().name(), refusal);
    }

    private LoginResult refused(RefusalCode code, String message) {
        return LoginResult.refused(parts.connection().name(), new Refusal(code, message));
    }
}
