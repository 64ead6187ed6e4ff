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
    private final Optional<Arrivals> arrivals;

    PasswordLogins(Parts parts, PasswordWork passwords, PasswordProof proof, Optional<Arrivals> arrivals) {
        this.arrivals = arrivals;
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
        boolean comes = attempt.isAllowed()
                && name.isPresent()
                && credential.flatMap(Credential::password).isEmpty();
        if (arrivals.isPresent() && comes) {
            return arrived(login, attempt, user, arrivals.get().logIn(login), now);
        }
        Optional<Credential> checked = credential.filter(known -> attempt.isAllowed() && user.isPresent());
        PasswordVerdict verdict;
        try {
            verdict = passwords.check(login.password(), checked);
        } catch (TooManyHashesException busy) {
            attempt.giveBack();
            return refused(RefusalCode.TEMPORARILY_UNAVAILABLE, "too many passwords are being hashed");
        }
        if (!verdict.matches()) {
            if (login.password().hasText()) {
                arrivals.ifPresent(Arrivals::awaitLikeRefusal);
            }
            return failed(attempt, user, refusal(attempt, user), login.origin(), now);
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
        return entered(login, claims(user.identity(credential.identity()).orElseThrow()));
    }

    private LoginResult arrived(
            PasswordLogin login, Attempt attempt, Optional<User> user, Arrival arrival, Instant now) {
        if (arrival instanceof Arrival.Failed failed) {
            return failed(attempt, user, failed.refusal(), login.origin(), now);
        }
        if (arrival instanceof Arrival.Refused refused) {
            attempt.giveBack();
            return LoginResult.refused(parts.connection().name(), refused.refusal());
        }
        LoginResult result = entered(login, ((Arrival.Arrived) arrival).claims());
        if (result.accepted().isPresent()) {
            attempt.succeeded();
        }
        return result;
    }

    /** Only known: a user that was deleted this very moment does not come back without a password. */
    private LoginResult entered(PasswordLogin login, Claims claims) {
        return parts.processor()
                .login(Login.of(parts.connection().name(), claims)
                        .from(login.origin())
                        .onlyKnown());
    }

    /** What is stored of an identity, as the claims of a login. */
    static Claims claims(Identity identity) {
        Evidence evidence = identity.isVouchedFor() ? Evidence.IMPORT : Evidence.SIGNUP;
        return Claims.of(identity.profileData(), evidence, Limits.STORED);
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

    private static Refusal refusal(Attempt attempt, Optional<User> user) {
        return user.isPresent() || !attempt.isAllowed()
                ? PasswordProof.refusal(attempt)
                : new Refusal(RefusalCode.UNKNOWN_USER, "no user of the connection has that name");
    }

    private LoginResult failed(Attempt attempt, Optional<User> user, Refusal refusal, Origin origin, Instant now) {
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
