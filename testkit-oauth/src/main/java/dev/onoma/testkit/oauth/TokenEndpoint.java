package dev.onoma.testkit.oauth;

import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What every token endpoint checks before it gives out tokens (RFC 6749, section 4.1.3; RFC 7636, section 4.6). */
final class TokenEndpoint {
    /** What came of a request: a grant, or the error code to answer with. */
    record Outcome(Optional<Grants.Grant> grant, String error) {
        static Outcome refused(String error) {
            return new Outcome(Optional.empty(), error);
        }
    }

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
                .redeem(code.get(), provider.does(Misbehaviour.REUSABLE_CODES))
                .filter(grant -> grant.redirectUri()
                        .equals(request.parameter("redirect_uri").orElse("")))
                .filter(grant -> grant.isProvenBy(request.parameter("code_verifier")))
                .map(grant -> new Outcome(Optional.of(grant), ""))
                .orElseGet(() -> Outcome.refused("invalid_grant"));
    }

    private boolean isClient(RecordedRequest request) {
        String expected = provider.clientId() + ":" + provider.clientSecret();
        String inBody = request.parameter("client_id").orElse("")
                + ":"
                + request.parameter("client_secret").orElse("");
        Optional<String> inHeader = request.header("Authorization");
        // One way of authentication only (RFC 6749, section 2.3).
        return inHeader.isPresent()
                ? request.parameter("client_secret").isEmpty()
                        && inHeader.flatMap(TokenEndpoint::basic).equals(Optional.of(expected))
                : inBody.equals(expected);
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
