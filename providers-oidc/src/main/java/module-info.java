/** Any OpenID Connect issuer as an identity provider. */
module dev.onoma.providers.oidc {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires static dev.onoma.oauth;

    exports dev.onoma.providers.oidc;
    exports dev.onoma.providers.oidc.live;
}
