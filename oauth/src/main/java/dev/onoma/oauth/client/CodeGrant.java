package dev.onoma.oauth.client;

import static java.util.Objects.requireNonNull;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.ServiceBuilderOAuth20;
import com.github.scribejava.core.exceptions.OAuthException;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.OAuth20Service;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.HttpException;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * The two requests of the authorization code grant with PKCE, through ScribeJava. They judge no callback: that is the
 * login flow's part. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749, section 4.1</a>
 */
public final class CodeGrant {
    private final LoginClient client;

    private CodeGrant(LoginClient client) {
        this.client = requireNonNull(client, "client");
    }

    /** The requests of a client. */
    public static CodeGrant of(LoginClient client) {
        return new CodeGrant(client);
    }

    /**
     * Where to send the browser.
     *
     * @throws DeniedException when the provider's endpoints have to be discovered, and cannot be
     */
    public URI authorizationUri(String state, String nonce, CodeVerifier verifier) {
        Map<String, String> parameters = new LinkedHashMap<>(client.parameters());
        parameters.put("nonce", nonce);
        HttpExchange none = call -> {
            throw new IllegalStateException("an authorization request is the browser's to send");
        };
        String uri = service("", none, Instant.EPOCH)
                .createAuthorizationUrlBuilder()
                .state(state)
                .pkce(verifier.forScribe())
                .scope(client.scopes().isEmpty() ? null : String.join(" ", client.scopes()))
                .additionalParams(parameters)
                .build();
        return URI.create(uri);
    }

    /**
     * The tokens for a code, which is sent once whatever happens.
     *
     * @param http the way to the provider
     * @param now from when on the tokens' lifetime counts
     * @throws DeniedException when the provider does not give any, or not in the form that the protocol says
     */
    public ProviderTokens tokens(String code, CodeVerifier verifier, HttpExchange http, Instant now) {
        OAuth20Service service = service(client.secret(), http, now);
        try {
            return ((ReadTokens) service.getAccessToken(
                            AccessTokenRequestParams.create(code).pkceCodeVerifier(verifier.value())))
                    .tokens();
        } catch (HttpException refused) {
            throw refused.denial().code() == DenialCode.HTTP_CLIENT_ERROR ? named(refused) : refused;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DeniedException(DenialCode.HTTP_UNREACHABLE, "the token response was no longer waited for");
        } catch (IOException | ExecutionException | OAuthException unreadable) {
            // Without its cause: ScribeJava's messages quote the response.
            throw new DeniedException(DenialCode.INVALID_TOKEN_RESPONSE, "the token response cannot be read");
        }
    }

    /** What the provider's error code says, where it is one of RFC 6749, section 5.2. */
    private static DeniedException named(HttpException refused) {
        String error = refused.reply()
                .map(HttpReply::body)
                .flatMap(TokenResponse::errorCode)
                .orElse("");
        return switch (error) {
            case "invalid_grant" ->
                new DeniedException(DenialCode.CODE_REFUSED, "the provider refused the code: invalid_grant");
            case "invalid_client", "unauthorized_client" ->
                new DeniedException(DenialCode.CLIENT_REFUSED, "the provider refused the client: " + error);
            default -> refused;
        };
    }

    private OAuth20Service service(String secret, HttpExchange http, Instant now) {
        ServiceBuilderOAuth20 builder = new ServiceBuilder(client.clientId())
                .callback(client.redirectUri().toString())
                .httpClient(new ScribeHttp(http));
        if (secret.isEmpty()) {
            builder.apiSecretIsEmptyStringUnsafe();
        } else {
            builder.apiSecret(secret);
        }
        return builder.build(
                new ScribeApi(client.endpoints(), client.authentication(), new TokenResponse(client.scopes(), now)));
    }
}
