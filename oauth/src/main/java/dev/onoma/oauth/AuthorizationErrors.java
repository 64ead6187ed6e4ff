package dev.onoma.oauth;

import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import java.util.Map;

/**
 * What a provider's error callback says. Only codes that the specifications know are repeated; descriptions never are,
 * because anybody can write one into a link.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749, section 4.1.2.1</a>
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#AuthError">OpenID Connect Core 1.0, section
 *     3.1.2.6</a>
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow">LinkedIn,
 *     Authorization code flow</a>
 */
final class AuthorizationErrors {
    private static final Map<String, DenialCode> KNOWN = Map.ofEntries(
            Map.entry("access_denied", DenialCode.ACCESS_DENIED),
            // Apple's and LinkedIn's words for it, as their documents have them.
            Map.entry("user_cancelled_authorize", DenialCode.ACCESS_DENIED),
            Map.entry("user_cancelled_login", DenialCode.ACCESS_DENIED),
            Map.entry("interaction_required", DenialCode.INTERACTION_REQUIRED),
            Map.entry("login_required", DenialCode.INTERACTION_REQUIRED),
            Map.entry("account_selection_required", DenialCode.INTERACTION_REQUIRED),
            Map.entry("consent_required", DenialCode.INTERACTION_REQUIRED),
            Map.entry("temporarily_unavailable", DenialCode.PROVIDER_UNAVAILABLE),
            Map.entry("server_error", DenialCode.PROVIDER_UNAVAILABLE),
            Map.entry("unauthorized_client", DenialCode.CLIENT_REFUSED),
            Map.entry("invalid_request", DenialCode.AUTHORIZATION_ERROR),
            Map.entry("invalid_scope", DenialCode.AUTHORIZATION_ERROR),
            Map.entry("unsupported_response_type", DenialCode.AUTHORIZATION_ERROR),
            Map.entry("request_not_supported", DenialCode.AUTHORIZATION_ERROR),
            Map.entry("request_uri_not_supported", DenialCode.AUTHORIZATION_ERROR),
            Map.entry("registration_not_supported", DenialCode.AUTHORIZATION_ERROR));

    private AuthorizationErrors() {}

    static DeniedException denied(String error) {
        DenialCode code = KNOWN.get(error);
        return code == null
                ? new DeniedException(DenialCode.AUTHORIZATION_ERROR, "the callback reports an error of no known code")
                : new DeniedException(code, "the callback reports an error: " + error);
    }
}
