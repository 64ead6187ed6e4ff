/** Google as an identity provider. */
module dev.onoma.providers.google {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires static dev.onoma.oauth;

    exports dev.onoma.providers.google;
    exports dev.onoma.providers.google.live;
}
