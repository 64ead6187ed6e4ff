package dev.onoma.providers.database.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.StoredPassword;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.providers.database.password.InvalidHashException;
import dev.onoma.providers.database.password.Password;
import dev.onoma.providers.database.password.PasswordHash;
import dev.onoma.providers.database.password.PasswordHasher;
import dev.onoma.providers.database.password.PasswordPolicy;
import dev.onoma.providers.database.password.PasswordRefusal;
import dev.onoma.providers.database.password.PasswordVerdict;
import dev.onoma.providers.database.password.TooManyHashesException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses and checks passwords; each check is one, whether or not there is a password to check against. */
final class PasswordWork {
    private static final Logger LOG = System.getLogger(Accounts.class.getName());

    static final Refusal BUSY = new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE, "too many passwords are being hashed");

    private final PasswordHasher hasher;
    private final PasswordPolicy policy;
    /** What is read and checked where there is no password: everything else would take another time. */
    private final String nobodys;

    PasswordWork(PasswordHasher hasher, PasswordPolicy policy) {
        this.hasher = hasher;
        this.policy = policy;
        this.nobodys = hasher.hash(Password.of(UUID.randomUUID().toString())).text();
    }

    /** Carries a step out with the hash of a password that may be chosen. */
    ChangeResult choosing(Password password, RootAttributes person, Function<String, ChangeResult> step) {
        Set<PasswordRefusal> refusals = policy.check(password, person);
        if (!refusals.isEmpty()) {
            return ChangeResult.refused(
                    RefusalCode.UNACCEPTABLE_PASSWORD,
                    "the password may not be chosen: "
                            + refusals.stream().map(PasswordRefusal::code).collect(Collectors.joining(", ")));
        }
        String hash;
        try {
            hash = hasher.hash(password).text();
        } catch (TooManyHashesException busy) {
            return new ChangeResult.Refused(BUSY);
        }
        return step.apply(hash);
    }

    /**
     * Whether a password is that of a credential.
     *
     * @throws TooManyHashesException when it did not come to a check
     */
    PasswordVerdict check(Password password, Optional<Credential> credential) {
        Optional<StoredPassword> stored = credential.flatMap(Credential::password);
        try {
            PasswordHash hash =
                    PasswordHash.parse(stored.map(StoredPassword::hash).orElse(nobodys));
            PasswordVerdict verdict = hasher.verify(password, hash);
            return stored.isPresent() ? verdict : PasswordVerdict.NO;
        } catch (InvalidHashException unusable) {
            // For the application's people to mend; whoever logs in is told what everybody is told.
            LOG.log(Level.WARNING, "a stored password cannot be checked: {0}", unusable.getMessage());
            return PasswordVerdict.NO;
        }
    }

    /**
     * A hash as new ones are, of a password that was right.
     *
     * @throws TooManyHashesException when it did not come to that
     */
    String hash(Password password) {
        return hasher.hash(password).text();
    }

    /** A hash as new ones are, of a password that was right; empty when it did not come to that. */
    Optional<String> rehash(Password password) {
        try {
            return Optional.of(hash(password));
        } catch (TooManyHashesException later) {
            return Optional.empty();
        }
    }
}
