package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.Misbehaviour.ENORMOUS_EXPIRES_IN;
import static dev.onoma.testkit.oauth.Misbehaviour.ERROR_WITH_STATUS_200;
import static dev.onoma.testkit.oauth.Misbehaviour.MISSING_ACCESS_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.REUSABLE_CODES;
import static dev.onoma.testkit.oauth.Misbehaviour.WRONG_TOKEN_TYPE;

import dev.onoma.core.json.JsonObject;
import dev.onoma.testkit.oauth.http.Answer;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * What every token endpoint checks before it gives out tokens (RFC 6749, section 4.1.3; RFC 7636, section 4.6), and
 * what it then answers, for those who keep to section 5.
 */
final class TokenEndpoint {
    /** What came of a request: a grant, or the error code to answer with. */
    record Outcome(Optional<Grants.Grant> grant, String error) {
        static Outcome refused(String error) {
            return new Outcome(Optional.empty(), error);
        }
    }

    /** What a provider adds to the access token. */
    @FunctionalInterface
    interface Extras {
        void add(JsonObject.Builder tokens, Grants.Grant grant, String accessToken);
    }

    /** What shows in the answers of this endpoint. */
    static final Set<Misbehaviour> SHOWN =
            Set.of(MISSING_ACCESS_TOKEN, WRONG_TOKEN_TYPE, ENORMOUS_EXPIRES_IN, ERROR_WITH_STATUS_200, REUSABLE_CODES);

    private final FakeProvider provider;

    TokenEndpoint(FakeProvider provider) {
        this.provider = provider;
    }

    Outcome redeem(RecordedRequest request) {
        if (!isClient(request)) {
            return Outcome.refused("invalid_client");
        }
        Optional<String> code = request.parameter("code");
        if (code.isEmpty()) {
            return Outcome.refused("invalid_request");
        }
        return provider.grants
                .redeem(code.get(), provider.does(REUSABLE_CODES))
                .filter(grant -> grant.redirectUri()
                        .equals(request.parameter("redirect_uri").orElse("")))
                .filter(grant -> grant.isProvenBy(request.parameter("code_verifier")))
                .map(grant -> new Outcome(Optional.of(grant), ""))
                .orElseGet(() -> Outcome.refused("invalid_grant"));
    }

    /** Tokens for a code, or an error (RFC 6749, sections 5.1 and 5.2). */
    Answer answer(RecordedRequest request, Extras extras) {
        if (!request.method().equals("POST")) {
            return Answer.oauthError(405, "invalid_request");
        }
        if (!request.parameter("grant_type").orElse("").equals("authorization_code")) {
            return Answer.oauthError(400, "unsupported_grant_type");
        }
        Outcome outcome = redeem(request);
        if (provider.does(ERROR_WITH_STATUS_200)) {
            return Answer.oauthError(200, "invalid_grant");
        }
        return outcome.grant()
                .map(grant -> Answer.json(200, tokens(grant, extras)))
                .orElseGet(
                        () -> Answer.oauthError(outcome.error().equals("invalid_client") ? 401 : 400, outcome.error()));
    }

    private JsonObject tokens(Grants.Grant grant, Extras extras) {
        String accessToken = provider.grants.accessToken(grant.person());
        JsonObject.Builder tokens = JsonObject.builder();
        if (!provider.does(MISSING_ACCESS_TOKEN)) {
            tokens.put("access_token", accessToken);
        }
        tokens.put("token_type", provider.does(WRONG_TOKEN_TYPE) ? "mac" : "Bearer")
                .put("expires_in", provider.does(ENORMOUS_EXPIRES_IN) ? 99_999_999_999L : 3_599)
                .put("scope", grant.scope());
        extras.add(tokens, grant, accessToken);
        return tokens.build();
    }

    private boolean isClient(RecordedRequest request) {
        String inBody = request.parameter("client_id").orElse("")
                + ":"
                + request.parameter("client_secret").orElse("");
        Optional<String> inHeader = request.header("Authorization");
        // One way of authentication only (RFC 6749, section 2.3).
        return inHeader.isPresent()
                ? request.parameter("client_secret").isEmpty()
                        && inHeader.flatMap(TokenEndpoint::basic)
                                .filter(this::isRegistered)
                                .isPresent()
                : isRegistered(inBody);
    }

    private boolean isRegistered(String pair) {
        String id = provider.clientId() + ":";
        return pair.startsWith(id) && provider.isSecret(pair.substring(id.length()));
    }

    /** Id and secret are form-encoded inside HTTP Basic (RFC 6749, section 2.3.1). */
    private static Optional<String> basic(String header) {
        if (!header.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            String pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
            return Optional.of(URLDecoder.decode(pair, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBasic) {
            return Optional.empty();
        }
    }
}
