package dev.onoma.oauth;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Refusal;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.User;
import dev.onoma.oauth.client.ProviderTokens;
import dev.onoma.oauth.denial.Denial;
import java.util.Optional;

/** What became of a login that was started: the login processor's result, or why it did not come to that. A value. */
public sealed interface LoginAnswer {
    /** The user who logged in; empty when the login was denied or refused. */
    Optional<User> user();

    /** What a browser may be told of why there is no user; empty when there is one. */
    Optional<String> publicCode();

    /** Where the browser goes next; empty when it is not known which login it was, or when none was started. */
    Optional<String> returnTo();

    /** A login whose claims were verified and handed to the login processor, which may have refused it. Immutable. */
    final class Completed implements LoginAnswer {
        private final LoginResult result;
        private final Optional<ProviderTokens> tokens;
        private final Optional<String> returnTo;

        Completed(LoginResult result, Optional<ProviderTokens> tokens, Optional<String> returnTo) {
            this.result = requireNonNull(result, "result");
            this.tokens = requireNonNull(tokens, "tokens");
            this.returnTo = requireNonNull(returnTo, "returnTo");
        }

        /** The login processor's result. */
        public LoginResult result() {
            return result;
        }

        /**
         * The provider's tokens, for the caller alone: nothing has stored them. Empty when the login did not go through
         * a code.
         */
        public Optional<ProviderTokens> tokens() {
            return tokens;
        }

        @Override
        public Optional<User> user() {
            return result.user();
        }

        @Override
        public Optional<String> publicCode() {
            return result.refusal().map(Refusal::publicCode);
        }

        @Override
        public Optional<String> returnTo() {
            return returnTo;
        }

        @Override
        public String toString() {
            return "LoginAnswer.Completed[" + result.connection() + ", "
                    + result.refusal().map(refusal -> refusal.code().code()).orElse("accepted") + "]";
        }
    }

    /**
     * A login that was denied before there were claims. Nothing was written, and nothing more was asked of the provider.
     *
     * @param denial why
     * @param returnTo where the browser would have gone; empty when it is not known which login it was
     */
    record Denied(Denial denial, Optional<String> returnTo) implements LoginAnswer {
        public Denied {
            requireNonNull(denial, "denial");
            requireNonNull(returnTo, "returnTo");
        }

        @Override
        public Optional<User> user() {
            return Optional.empty();
        }

        @Override
        public Optional<String> publicCode() {
            return Optional.of(denial.publicCode());
        }

        /** Without the way back, whose query can hold anything. */
        @Override
        public String toString() {
            return "LoginAnswer.Denied[" + denial + "]";
        }
    }
}
