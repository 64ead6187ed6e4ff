package dev.onoma.providers.database.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
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
 * credential, two counts, a look at the user, one hash, a login that is judged, one write. Neither the answer nor its
 * time tells an unknown name from a wrong password, from a user who logs in elsewhere only, from one that is blocked or
 * guessed at.
 */
final class PasswordLogins {
    /** A name that nobody can have, since no user name has a space in it. */
    private static final LoginName NOBODY = new LoginName(LoginName.Kind.USERNAME, "no body");

    private final Parts parts;
    private final PasswordWork passwords;
    private final PasswordProof proof;
    private final Identity nobody;
    private final Optional<Arrivals> arrivals;

    PasswordLogins(Parts parts, PasswordWork passwords, PasswordProof proof, Optional<Arrivals> arrivals) {
        this.arrivals = arrivals;
        this.parts = parts;
        this.passwords = passwords;
        this.proof = proof;
        this.nobody = new Identity(
                new IdentityKey(parts.connection().name(), NOBODY.key()),
                parts.connection().provider().name(),
                false,
                JsonObject.builder()
                        .put(RootAttribute.EMAIL.fieldName(), "nobody@example.com")
                        .build(),
                false);
    }

    LoginResult logIn(PasswordLogin login) {
        String connection = parts.connection().name();
        Optional<LoginName> name =
                LoginName.typed(login.name(), parts.connection().limits());
        Optional<Credential> credential = parts.store().credentials().find(connection, name.orElse(NOBODY));
        String who = credential
                .map(known -> AttemptName.of(known.identity()))
                .or(() -> arrivals.map(asked -> asked.countedAs(login.name())))
                .orElseGet(() -> AttemptName.ofNobody(login.name(), name));
        Attempt attempt = parts.attempts().begin(connection, who, login.origin().ip(), parts.now());
        IdentityKey identity = credential.map(Credential::identity).orElse(nobody.key());
        Optional<User> user = parts.store()
                .find(identity)
                .filter(stored -> credential.isPresent() && !stored.isTombstone())
                .map(StoredUser::user);
        boolean comes = attempt.isAllowed()
                && name.isPresent()
                && credential.filter(Credential::hasHadPassword).isEmpty();
        if (arrivals.isPresent() && comes) {
            return arrived(login, attempt, who, user, arrivals.get().logIn(login));
        }
        Optional<Credential> checked = credential.filter(known -> attempt.isAllowed() && user.isPresent());
        try {
            PasswordVerdict verdict = passwords.check(login.password(), checked);
            if (verdict.matches()) {
                return accepted(login, attempt, checked.orElseThrow(), user.orElseThrow(), verdict);
            }
            awaitLikeRefusal(login);
            return failed(login.origin(), attempt, who, user);
        } catch (TooManyHashesException busy) {
            attempt.giveBack();
            return refused(PasswordWork.BUSY);
        }
    }

    private LoginResult accepted(
            PasswordLogin login, Attempt attempt, Credential credential, User user, PasswordVerdict verdict) {
        // Of a blocked user, too: a right password must not take another time than a wrong one.
        Optional<String> newHash =
                verdict == PasswordVerdict.MATCHES_REHASH ? passwords.rehash(login.password()) : Optional.empty();
        if (!user.isBlocked()) {
            attempt.succeeded();
            newHash.ifPresent(hash -> rehash(credential, hash));
        } else {
            awaitLikeRefusal(login);
        }
        return entered(login, claims(user.identity(credential.identity()).orElseThrow()));
    }

    private LoginResult arrived(
            PasswordLogin login, Attempt attempt, String who, Optional<User> user, Arrival arrival) {
        if (arrival instanceof Arrival.Failed failed) {
            nobodysLogin(login.origin());
            return failed(login.origin(), attempt, who, user, failed.refusal());
        }
        if (arrival instanceof Arrival.Refused refused) {
            attempt.giveBack();
            return refused(refused.refusal());
        }
        LoginResult result = entered(login, ((Arrival.Arrived) arrival).claims());
        if (result.accepted().isPresent()) {
            attempt.succeeded();
        }
        return result;
    }

    /** Where users move here, whatever is not asked there takes as long as what is, but for a login that succeeds. */
    private void awaitLikeRefusal(PasswordLogin login) {
        if (login.password().hasText()) {
            arrivals.ifPresent(Arrivals::awaitLikeRefusal);
        }
    }

    private LoginResult entered(PasswordLogin login, Claims claims) {
        return parts.processor().login(login(claims).from(login.origin()));
    }

    /** Only known: a user that was deleted this very moment does not come back without a password. */
    private Login login(Claims claims) {
        return Login.of(parts.connection().name(), claims).onlyKnown();
    }

    /** What the account says of its user: the claims of its last login, under its id whoever stored them. */
    static Claims claims(Identity identity) {
        JsonObject claims = identity.profileData().toBuilder()
                .put(SignUps.ID, identity.subject())
                .build();
        return Claims.stored(claims, identity.isVouchedFor());
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

    private LoginResult failed(Origin origin, Attempt attempt, String who, Optional<User> user) {
        Refusal unknown = nobodysLogin(origin);
        Refusal refusal = user.isEmpty() && attempt.isAllowed() ? unknown : PasswordProof.refusal(attempt);
        return failed(origin, attempt, who, user, refusal);
    }

    /** What the processor does with the right password of a blocked user, done with nobody's login. */
    private Refusal nobodysLogin(Origin origin) {
        return parts.processor()
                .preview(login(claims(nobody)).from(origin))
                .refusal()
                .orElseThrow();
    }

    private LoginResult failed(Origin origin, Attempt attempt, String who, Optional<User> user, Refusal refusal) {
        user.map(User::id)
                .ifPresentOrElse(
                        id -> proof.record(id, who, attempt, refusal, origin), () -> proof.missed(who, origin));
        return refused(refusal);
    }

    private LoginResult refused(Refusal refusal) {
        return LoginResult.refused(parts.connection().name(), refusal);
    }
}
