package dev.onoma.oauth;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginProof;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.oauth.client.CodeGrant;
import dev.onoma.oauth.client.CodeVerifier;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.Denial;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.transaction.InMemoryUsedTransactions;
import dev.onoma.oauth.transaction.LoginTransaction;
import dev.onoma.oauth.transaction.LoginTransaction.Binding;
import dev.onoma.oauth.transaction.LoginTransaction.Purpose;
import dev.onoma.oauth.transaction.TransactionHandles;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.oauth.transaction.UsedTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends a browser to an identity provider and takes it back: {@link #start} and {@link #finish}, in whatever web
 * framework. Thread-safe; one for an application.
 *
 * <p>What providers and people get wrong comes back as a {@link LoginAnswer.Denied}, a store that is down as that
 * store's exception. State, nonce and PKCE are always on, and a login is finished once, within ten minutes, by the
 * browser that started it.
 */
public final class LoginFlow {
    private static final int SECRET_BYTES = 32;

    private final LoginProcessor processor;
    private final @Nullable AccountLinking linking;
    private final Map<String, LoginClient> clients;
    private final TransactionHandles handles;
    private final ReturnPaths returnPaths;
    private final OAuthLimits limits;
    private final CodeLogin codeLogin;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private LoginFlow(Builder builder) {
        this.processor = builder.processor;
        this.linking = builder.linking;
        this.clients = Map.copyOf(builder.clients);
        this.handles = new TransactionHandles(builder.key);
        this.returnPaths = new ReturnPaths(builder.home, builder.returnAddresses);
        this.limits = builder.limits;
        this.clock = builder.clock;
        UsedTransactions used = builder.used == null ? new InMemoryUsedTransactions(builder.clock) : builder.used;
        this.codeLogin = new CodeLogin(processor, new CallbackCheck(clients, used, limits), limits, clock);
    }

    /**
     * A builder.
     *
     * @param processor what verified claims are handed to
     * @param key what logins are sealed with between start and finish
     */
    public static Builder builder(LoginProcessor processor, TransactionKey key) {
        return new Builder(processor, key);
    }

    /** The names of the connections that a login can start with. */
    public Set<String> connections() {
        return clients.keySet();
    }

    /**
     * Starts a login.
     *
     * @param connection the name of a connection that a client was given for
     * @param returnTo where the browser asked to go afterwards: a path of the application, such as {@code /basket?id=1};
     *     anything that could lead elsewhere, and empty text, stands for home
     * @throws IllegalArgumentException when there is no client for the connection
     * @throws DeniedException when the provider has to be discovered first, and cannot be
     */
    public StartedLogin start(String connection, String returnTo) {
        return start(connection, Purpose.LOGIN, returnTo);
    }

    /**
     * Starts the linking of another account to a signed-in user, who alone can finish it.
     *
     * @param signedIn proof of the login as the user that stays
     * @throws IllegalArgumentException when there is no client for the connection
     * @throws DeniedException when the provider has to be discovered first, and cannot be
     */
    public StartedLogin startLinking(String connection, LoginProof signedIn, String returnTo) {
        return start(connection, purpose(signedIn), returnTo);
    }

    private static Purpose purpose(LoginProof signedIn) {
        return Purpose.linkingTo(
                signedIn.identity().connection(), signedIn.identity().subject());
    }

    private StartedLogin start(String connection, Purpose purpose, String returnTo) {
        LoginClient client = clients.get(requireNonNull(connection, "connection"));
        if (client == null) {
            throw new IllegalArgumentException("no client was given for a connection of that name");
        }
        LoginTransaction login = new LoginTransaction(
                purpose,
                secret(),
                secret(),
                new CodeVerifier(secret()),
                Binding.to(client),
                returnPaths.safe(requireNonNull(returnTo, "returnTo")),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new StartedLogin(
                CodeGrant.of(client).authorizationUri(login.state(), login.nonce(), login.verifier()),
                handles.seal(login),
                login.returnTo(),
                limits.of(OAuthLimit.TRANSACTION_SECONDS));
    }

    /** 43 characters that nobody guesses. */
    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Finishes a login.
     *
     * @param callback what the browser brought from the provider
     * @param handle what this browser kept since the start, from its cookie or session; empty text when it has none
     */
    public LoginAnswer finish(Callback callback, String handle) {
        return finish(callback, handle, Purpose.LOGIN);
    }

    /**
     * Finishes a linking: logs in with the other account, and links it.
     *
     * @param signedIn proof of the login as the user that stays, of the very identity that the linking was started with;
     *     used up when the account is linked
     * @throws IllegalStateException when the flow was built without linking
     */
    public LinkingAnswer finishLinking(Callback callback, String handle, LoginProof signedIn) {
        if (linking == null) {
            throw new IllegalStateException("the flow was built without linking(…)");
        }
        LoginAnswer answer = finish(callback, handle, purpose(signedIn));
        Optional<LoginProof> other = answer instanceof LoginAnswer.Completed completed
                ? completed.result().accepted().flatMap(LoginResult.Accepted::proof)
                : Optional.empty();
        Optional<ChangeResult> change = other.map(proof -> linking.link(signedIn, proof));
        return new LinkingAnswer(answer, change);
    }

    private LoginAnswer finish(Callback callback, String handle, Purpose purpose) {
        requireNonNull(callback, "callback");
        requireNonNull(handle, "handle");
        if (!callback.isReadable(limits.of(OAuthLimit.CALLBACK_CHARACTERS))) {
            return denied(DenialCode.INVALID_CALLBACK, "the callback's parameters cannot be read");
        }
        Optional<LoginTransaction> login = handles.open(handle);
        if (login.isEmpty()) {
            return denied(DenialCode.INVALID_TRANSACTION, "the browser has no handle of this application");
        }
        try {
            return codeLogin.finish(callback, login.get(), purpose);
        } catch (DeniedException denied) {
            return new LoginAnswer.Denied(
                    denied.denial(), Optional.of(login.get().returnTo()));
        }
    }

    /**
     * A login with what a client of the application handed over, such as an app on a phone or a provider's script: no
     * redirect, no handle, and no tokens in the answer.
     *
     * @param connection the name of one of the processor's connections
     * @param handedOver verifies it and gives its claims, or throws a {@link DeniedException}
     * @param origin adds where the login comes from: address, browser, client
     */
    public LoginAnswer accept(String connection, Supplier<Claims> handedOver, UnaryOperator<Login> origin) {
        try {
            LoginResult result = processor.login(origin.apply(Login.of(connection, handedOver.get())));
            return new LoginAnswer.Completed(result, Optional.empty(), Optional.empty());
        } catch (DeniedException denied) {
            return new LoginAnswer.Denied(denied.denial(), Optional.empty());
        }
    }

    private static LoginAnswer denied(DenialCode code, String message) {
        return new LoginAnswer.Denied(new Denial(code, message), Optional.empty());
    }

    /** Collects a flow's parts. */
    public static final class Builder {
        private final LoginProcessor processor;
        private final TransactionKey key;
        private final Map<String, LoginClient> clients = new LinkedHashMap<>();
        private final Set<String> returnAddresses = new LinkedHashSet<>();
        private String home = "/";
        private @Nullable AccountLinking linking;
        private @Nullable UsedTransactions used;
        private OAuthLimits limits = OAuthLimits.STANDARD;
        private Clock clock = Clock.systemUTC();

        private Builder(LoginProcessor processor, TransactionKey key) {
            this.processor = requireNonNull(processor, "processor");
            this.key = requireNonNull(key, "key");
        }

        /**
         * A client; call again for each.
         *
         * @throws IllegalArgumentException when there is one for its connection already
         */
        public Builder client(LoginClient client) {
            if (clients.putIfAbsent(client.connection().name(), client) != null) {
                throw new IllegalArgumentException("a connection has one client");
            }
            return this;
        }

        /** Linking of further accounts, over the processor's store. Default: none. */
        public Builder linking(AccountLinking accounts) {
            linking = requireNonNull(accounts, "accounts");
            return this;
        }

        /** Which logins were finished. Default: remembered in this process, which suffices where there is one. */
        public Builder used(UsedTransactions transactions) {
            used = requireNonNull(transactions, "transactions");
            return this;
        }

        /** The path to which a browser goes that may not go where it asked to. Default: {@code /}. */
        public Builder home(String path) {
            home = requireNonNull(path, "path");
            return this;
        }

        /** An address beyond the application's own paths to which a login may return, compared exactly. */
        public Builder mayReturnTo(String address) {
            returnAddresses.add(requireNonNull(address, "address"));
            return this;
        }

        /** Default: {@link OAuthLimits#STANDARD}. */
        public Builder limits(OAuthLimits values) {
            limits = requireNonNull(values, "values");
            return this;
        }

        /** Default: the system's clock. */
        public Builder clock(Clock source) {
            clock = requireNonNull(source, "source");
            return this;
        }

        /**
         * The flow.
         *
         * @throws IllegalArgumentException when no client was given, or home is no path of the application
         */
        public LoginFlow build() {
            if (clients.isEmpty()) {
                throw new IllegalArgumentException("a flow needs a client");
            }
            return new LoginFlow(this);
        }
    }
}
