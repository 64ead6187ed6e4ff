package dev.onoma.testkit.oauth;

import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where an issuer keeps its endpoints. */
record IssuerPaths(String authorization, String token, String userinfo, String jwks) {
    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String PICTURES = "/picture/";

    static final IssuerPaths PLAIN = new IssuerPaths("/authorize", "/token", "/userinfo", "/jwks");

    /** As Google's discovery document has them, though Google spreads them over several hosts. */
    static final IssuerPaths GOOGLE =
            new IssuerPaths("/o/oauth2/v2/auth", "/token", "/v1/userinfo", "/oauth2/v3/certs");

    String of(Endpoint endpoint) {
        return switch (endpoint) {
            case DISCOVERY -> DISCOVERY;
            case JWKS -> jwks;
            case AUTHORIZATION -> authorization;
            case TOKEN -> token;
            case USERINFO -> userinfo;
            case PICTURE -> PICTURES;
            case ELSEWHERE -> "/elsewhere";
            case DEBUG_TOKEN, RESOURCE -> throw new IllegalArgumentException("an issuer has no " + endpoint);
        };
    }

    /** Where a person's picture is, whatever the subject looks like. */
    static String picture(Person person) {
        return PICTURES + URLEncoder.encode(person.subject(), StandardCharsets.UTF_8);
    }

    /** Discovery is found behind any path (OpenID Connect Discovery 1.0, section 4.1). */
    static String canonical(String path) {
        return path.endsWith(DISCOVERY) ? DISCOVERY : path;
    }
}
