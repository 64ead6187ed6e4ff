package dev.onoma.testkit.oauth;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What an issuer says of itself (OpenID Connect Discovery 1.0, section 3), and the ways in which it is wrong. */
final class DiscoveryDocument {
    private static final Map<Misbehaviour, UnaryOperator<JsonObject>> TWISTS = Map.of(
            Misbehaviour.OTHER_ISSUER_IN_DISCOVERY,
            document -> document.with("issuer", JsonValue.from("https://issuer.invalid")),
            Misbehaviour.MISSING_ISSUER_IN_DISCOVERY,
            document -> document.without("issuer"),
            Misbehaviour.MISSING_TOKEN_ENDPOINT,
            document -> document.without("token_endpoint"),
            Misbehaviour.MISSING_JWKS_URI,
            document -> document.without("jwks_uri"),
            Misbehaviour.RELATIVE_TOKEN_ENDPOINT,
            document -> document.with("token_endpoint", JsonValue.from("/token")),
            Misbehaviour.NONE_OFFERED,
            document -> document.with(
                    "id_token_signing_alg_values_supported", JsonValue.from(List.of("none", "HS256", "RS256"))),
            Misbehaviour.PLAIN_PKCE_OFFERED,
            document -> document.with("code_challenge_methods_supported", JsonValue.from(List.of("plain"))));

    private DiscoveryDocument() {}

    static boolean shows(Misbehaviour misbehaviour) {
        return TWISTS.containsKey(misbehaviour);
    }

    static JsonObject of(FakeIssuer issuer, SigningAlgorithm algorithm, Set<Misbehaviour> active) {
        JsonObject document = JsonObject.builder()
                .put("issuer", issuer.issuer())
                .put("authorization_endpoint", address(issuer, Endpoint.AUTHORIZATION))
                .put("token_endpoint", address(issuer, Endpoint.TOKEN))
                .put("userinfo_endpoint", address(issuer, Endpoint.USERINFO))
                .put("jwks_uri", address(issuer, Endpoint.JWKS))
                .put("response_types_supported", list("code"))
                .put("response_modes_supported", list("query"))
                .put("grant_types_supported", list("authorization_code"))
                .put("subject_types_supported", list("public"))
                .put("id_token_signing_alg_values_supported", list(algorithm.name()))
                .put("scopes_supported", list("openid", "email", "profile"))
                .put("token_endpoint_auth_methods_supported", list("client_secret_basic", "client_secret_post"))
                .put("code_challenge_methods_supported", list("S256"))
                .put("authorization_response_iss_parameter_supported", true)
                .build();
        for (Misbehaviour misbehaviour : active) {
            document = TWISTS.getOrDefault(misbehaviour, same -> same).apply(document);
        }
        return document;
    }

    private static String address(FakeIssuer issuer, Endpoint endpoint) {
        return issuer.uri(endpoint).toString();
    }

    private static JsonValue list(String... values) {
        return JsonValue.from(List.of(values));
    }
}
