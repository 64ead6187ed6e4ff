package dev.onoma.examples.web;

import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.oidc.ProviderMetadata;
import dev.onoma.providers.facebook.Facebook;
import dev.onoma.providers.facebook.live.FacebookAddresses;
import dev.onoma.providers.facebook.live.FacebookLogin;
import dev.onoma.providers.google.Google;
import dev.onoma.providers.google.live.GoogleLogin;
import dev.onoma.testkit.oauth.FakeFacebook;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URI;

/**
 * Google and Facebook, real or simulated.
 *
 * @param base the application's own address
 */
record IdentityProviders(URI base) {
    static final String GOOGLE = "google-oauth2";
    static final String FACEBOOK = "facebook";

    OfferedProvider google(Registration registration) {
        // A login may go through more of Google's hosts than the first.
        return google(registration, GoogleLogin.GOOGLE, "https://*.google.com", false);
    }

    OfferedProvider google(FakeIssuer simulated) {
        ProviderMetadata metadata = ProviderMetadata.known(
                GoogleLogin.ISSUER,
                new Endpoints(simulated.uri(Endpoint.AUTHORIZATION), simulated.uri(Endpoint.TOKEN)),
                simulated.uri(Endpoint.JWKS));
        String origin = simulated.uri(Endpoint.AUTHORIZATION).resolve("/").toString();
        return google(new Registration(simulated.clientId(), simulated.clientSecret()), metadata, origin, true);
    }

    private OfferedProvider google(
            Registration registration, ProviderMetadata metadata, String origin, boolean isSimulated) {
        return new OfferedProvider(
                GOOGLE,
                "Google",
                origin,
                isSimulated,
                policy -> GoogleLogin.of(
                                Google.connection(GOOGLE).syncPolicy(policy).build(),
                                registration.clientId(),
                                registration.clientSecret(),
                                base.resolve("/callback/" + GOOGLE))
                        .at(metadata)
                        .build()
                        .client());
    }

    OfferedProvider facebook(Registration registration) {
        return facebook(registration, FacebookAddresses.PUBLIC, "https://*.facebook.com", false);
    }

    OfferedProvider facebook(FakeFacebook simulated) {
        URI site = simulated.base();
        FacebookAddresses addresses =
                new FacebookAddresses(site, site, simulated.uri(Endpoint.JWKS), FacebookAddresses.PUBLIC.version());
        Registration registration = new Registration(simulated.clientId(), simulated.clientSecret());
        return facebook(registration, addresses, site.toString(), true);
    }

    private OfferedProvider facebook(
            Registration registration, FacebookAddresses addresses, String origin, boolean isSimulated) {
        return new OfferedProvider(
                FACEBOOK,
                "Facebook",
                origin,
                isSimulated,
                policy -> FacebookLogin.of(
                                Facebook.connection(FACEBOOK, registration.clientId())
                                        .syncPolicy(policy)
                                        .build(),
                                registration.clientId(),
                                registration.clientSecret(),
                                base.resolve("/callback/" + FACEBOOK))
                        .at(addresses)
                        .build()
                        .client());
    }
}
