package dev.onoma.oauth;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.oauth.client.ClaimsRequest;
import dev.onoma.oauth.client.CodeGrant;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.client.ProviderTokens;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.transaction.LoginTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The way from a callback to the login processor's result: check, code, tokens, claims, login. */
record CodeLogin(LoginProcessor processor, CallbackCheck check, OAuthLimits limits, Clock clock) {
    /**
     * Finishes the login in a handle.
     *
     * @throws DeniedException when it does not come to claims
     */
    LoginAnswer finish(Callback callback, LoginTransaction login, LoginTransaction.Purpose purpose) {
        Deadline deadline = Deadline.in(limits.millis(OAuthLimit.CALLBACK_MILLIS));
        Instant now = clock.instant();
        String code = check.code(callback, login, purpose, now);
        LoginClient client = check.client(login);
        ProviderTokens tokens = CodeGrant.of(client).tokens(code, login.verifier(), deadline.bound(client.http()), now);
        Claims claims = client.claims()
                .claims(new ClaimsRequest(tokens, login.nonce(), client.http(), deadline)
                        .answer(callback.parameters())
                        .asked(client.parameters()));
        LoginResult result = processor.login(from(callback, client, claims));
        return new LoginAnswer.Completed(result, Optional.of(tokens), Optional.of(login.returnTo()));
    }

    private static Login from(Callback callback, LoginClient client, Claims claims) {
        Login login = Login.of(client.connection().name(), claims).clientId(client.clientId());
        login = callback.ip().map(login::ip).orElse(login);
        return callback.userAgent().map(login::userAgent).orElse(login);
    }
}
