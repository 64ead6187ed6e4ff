package dev.onoma.oauth.client;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an authorization request asks for.
 *
 * @param scopes in the order in which they are asked for
 * @param more what it says beyond the protocol
 */
record AuthorizationParameters(Set<String> scopes, Map<String, String> more) {
    static final AuthorizationParameters NONE = new AuthorizationParameters(Set.of(), Map.of());

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** What the flow itself says; nobody else may. */
    private static final Set<String> OWN = Set.of(
            "response_type",
            "response_mode",
            "client_id",
            "client_secret",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "request",
            "request_uri");

    AuthorizationParameters {
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    AuthorizationParameters scope(String name) {
        if (VisibleText.require(name, "a scope").indexOf(' ') >= 0) {
            throw new IllegalArgumentException("scopes are given one by one");
        }
        Set<String> all = new LinkedHashSet<>(scopes);
        all.add(name);
        return new AuthorizationParameters(all, more);
    }

    AuthorizationParameters parameter(String name, String value) {
        if (name.isBlank() || OWN.contains(name)) {
            throw new IllegalArgumentException("the flow itself sends \"" + name + "\"");
        }
        if (name.equals("max_age") && !SECONDS.matcher(value).matches()) {
            throw new IllegalArgumentException("\"max_age\" must be a number of seconds");
        }
        return with(name, value);
    }

    /**
     * The answer comes as a form that the browser posts.
     *
     * @see <a href="https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html">OAuth 2.0 Form Post Response
     *     Mode</a>
     */
    AuthorizationParameters formPost() {
        return with("response_mode", "form_post");
    }

    private AuthorizationParameters with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put(name, requireNonNull(value, "value"));
        return new AuthorizationParameters(scopes, all);
    }
}
