package dev.onoma.oauth;

import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.transaction.LoginTransaction;
import dev.onoma.oauth.transaction.UsedTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Judges whether a callback is the answer to the login that the browser's handle holds: before anything is asked of a
 * provider, and in an order in which nobody without the state can use a login up.
 */
final class CallbackCheck {
    private static final int LONGEST_CODE = 4_096;

    private final Map<String, LoginClient> clients;
    private final UsedTransactions used;
    private final OAuthLimits limits;

    CallbackCheck(Map<String, LoginClient> clients, UsedTransactions used, OAuthLimits limits) {
        this.clients = clients;
        this.used = used;
        this.limits = limits;
    }

    /**
     * The code that a callback brought for a login.
     *
     * @throws DeniedException when it is not the login's answer, or is an error
     */
    String code(Callback callback, LoginTransaction login, LoginTransaction.Purpose purpose, Instant now) {
        checkPurpose(login, purpose);
        checkAge(login, now);
        if (!login.hasState(callback.parameter("state"))) {
            throw new DeniedException(
                    DenialCode.STATE_MISMATCH, "the callback's state is not that of the login this browser started");
        }
        LoginClient client = client(login);
        Instant expiry = login.startedAt()
                .plus(limits.seconds(OAuthLimit.TRANSACTION_SECONDS))
                .plus(limits.seconds(OAuthLimit.CLOCK_SKEW_SECONDS));
        if (!used.use(login.useName(), expiry)) {
            throw new DeniedException(DenialCode.TRANSACTION_USED, "the login was finished, or tried to, before");
        }
        checkPath(callback, client);
        checkIssuer(callback, client);
        return code(callback);
    }

    private static void checkPurpose(LoginTransaction login, LoginTransaction.Purpose purpose) {
        if (login.purpose().equals(purpose)) {
            return;
        }
        boolean linkingBoth = !login.purpose().equals(LoginTransaction.Purpose.LOGIN)
                && !purpose.equals(LoginTransaction.Purpose.LOGIN);
        throw linkingBoth
                ? new DeniedException(
                        DenialCode.USER_MISMATCH, "the linking was started for another user than is signed in")
                : new DeniedException(
                        DenialCode.INVALID_TRANSACTION, "a login was started and a linking finished, or the reverse");
    }

    private void checkAge(LoginTransaction login, Instant now) {
        Duration age = Duration.between(login.startedAt(), now);
        boolean future = age.negated().compareTo(limits.seconds(OAuthLimit.CLOCK_SKEW_SECONDS)) > 0;
        if (future || age.compareTo(limits.seconds(OAuthLimit.TRANSACTION_SECONDS)) > 0) {
            throw new DeniedException(DenialCode.TRANSACTION_EXPIRED, "the login was started too long ago");
        }
    }

    /** The client that the login was started for, if it is configured still as it was then. */
    LoginClient client(LoginTransaction login) {
        LoginClient client = clients.get(login.binding().connection());
        if (client == null || !LoginTransaction.Binding.to(client).equals(login.binding())) {
            throw new DeniedException(
                    DenialCode.INVALID_TRANSACTION,
                    "the login was started for another client, issuer or redirect URI than is configured");
        }
        return client;
    }

    private static void checkPath(Callback callback, LoginClient client) {
        if (callback.path().isPresent()
                && !callback.path().equals(Optional.of(client.redirectUri().getRawPath()))) {
            throw new DeniedException(
                    DenialCode.ISSUER_MISMATCH, "the callback came to another redirect URI than the login's");
        }
    }

    private static void checkIssuer(Callback callback, LoginClient client) {
        if (!client.answersAs(callback.parameter("iss"))) {
            throw new DeniedException(
                    DenialCode.ISSUER_MISMATCH, "the callback's issuer is not the one that the login was sent to");
        }
    }

    private static String code(Callback callback) {
        Optional<String> error = callback.parameter("error");
        Optional<String> code = callback.parameter("code");
        if (error.isPresent() == code.isPresent()) {
            throw new DeniedException(DenialCode.INVALID_CALLBACK, "the callback must bring either a code or an error");
        }
        if (error.isPresent()) {
            throw AuthorizationErrors.denied(error.get());
        }
        String value = code.get();
        if (value.length() > LONGEST_CODE || value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new DeniedException(DenialCode.INVALID_CALLBACK, "the callback's code is no code");
        }
        return value;
    }
}
