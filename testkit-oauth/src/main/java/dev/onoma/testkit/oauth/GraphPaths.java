package dev.onoma.testkit.oauth;

import dev.onoma.testkit.oauth.http.Endpoint;
import java.util.regex.Pattern;

/** Where Facebook keeps its endpoints, without their versions. */
final class GraphPaths {
    static final String DIALOG = "/dialog/oauth";
    static final String TOKEN = "/oauth/access_token";
    static final String ME = "/me";
    static final String DEBUG_TOKEN = "/debug_token";
    static final String JWKS = "/.well-known/oauth/openid/jwks/";

    private static final Pattern VERSION = Pattern.compile("^/v[0-9]{1,3}\\.[0-9](?=/)");

    private GraphPaths() {}

    static String of(Endpoint endpoint) {
        return switch (endpoint) {
            case DISCOVERY -> IssuerPaths.DISCOVERY;
            case JWKS -> JWKS;
            case AUTHORIZATION -> DIALOG;
            case TOKEN -> TOKEN;
            case USERINFO -> ME;
            case DEBUG_TOKEN -> DEBUG_TOKEN;
            case PICTURE -> IssuerPaths.PICTURES;
            case RESOURCE -> throw new IllegalArgumentException("Facebook has no " + endpoint);
            case ELSEWHERE -> "/elsewhere";
        };
    }

    static String canonical(String path) {
        return VERSION.matcher(path).replaceFirst("");
    }
}
