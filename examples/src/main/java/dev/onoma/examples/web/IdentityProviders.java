package dev.onoma.examples.web;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.ProviderHttp;
import dev.onoma.oauth.oidc.IdTokenVerifier;
import dev.onoma.oauth.oidc.IssuerRule;
import dev.onoma.oauth.oidc.JwksSource;
import dev.onoma.oauth.oidc.OidcClaims;
import dev.onoma.providers.facebook.Facebook;
import dev.onoma.providers.google.Google;
import dev.onoma.testkit.oauth.FakeFacebook;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** INTERIM. */
final class IdentityProviders {
    private final URI base;
    private final Optional<SimulatedProviders> simulation;

    IdentityProviders(URI base, Optional<SimulatedProviders> simulation) {
        this.base = base;
        this.simulation = simulation;
    }

    OfferedProvider google(Optional<Registration> registration) {
        FakeIssuer google = simulation.orElseThrow().google();
        return new OfferedProvider(
                "google-oauth2",
                "Google",
                "http://" + google.uri(Endpoint.TOKEN).getAuthority(),
                true,
                policy -> Google.connection("google-oauth2").syncPolicy(policy).build(),
                connection -> googleClient(connection, google));
    }

    private LoginClient googleClient(Connection connection, FakeIssuer google) {
        var keys = JwksSource.of(google.uri(Endpoint.JWKS), ProviderHttp.standard())
                .build();
        var verifier = IdTokenVerifier.of(
                        IssuerRule.anyOf("https://accounts.google.com", "accounts.google.com"), google.clientId(), keys)
                .build();
        return LoginClient.of(connection, google.clientId(), base.resolve("/callback/google-oauth2"))
                .secret(google.clientSecret(), ClientAuthentication.SECRET_POST)
                .scope("openid", "email", "profile")
                .endpoints(new Endpoints(google.uri(Endpoint.AUTHORIZATION), google.uri(Endpoint.TOKEN)))
                .issuer("https://accounts.google.com")
                .claims(OidcClaims.idToken(verifier))
                .build();
    }

    OfferedProvider facebook(Optional<Registration> registration) {
        FakeFacebook facebook = simulation.orElseThrow().facebook();
        return new OfferedProvider(
                "facebook",
                "Facebook",
                facebook.base().toString(),
                true,
                policy -> Facebook.connection("facebook", facebook.clientId())
                        .syncPolicy(policy)
                        .build(),
                connection -> LoginClient.of(connection, facebook.clientId(), base.resolve("/callback/facebook"))
                        .secret(facebook.clientSecret(), ClientAuthentication.SECRET_POST)
                        .scope("email", "public_profile")
                        .endpoints(new Endpoints(facebook.uri(Endpoint.AUTHORIZATION), facebook.uri(Endpoint.TOKEN)))
                        .claims(request -> {
                            String token = request.tokens().accessToken();
                            URI me = URI.create(facebook.uri(Endpoint.USERINFO)
                                    + "?fields=id,name,first_name,last_name,email,picture&access_token="
                                    + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&appsecret_proof="
                                    + proof(facebook.clientSecret(), token));
                            return Claims.parse(
                                    request.http()
                                            .send(HttpCall.get(me, BodyKind.USERINFO))
                                            .body(),
                                    Evidence.GRAPH_API_RESPONSE);
                        })
                        .build());
    }

    private static String proof(String secret, String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
