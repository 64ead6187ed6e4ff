/** Facebook as an identity provider. */
module dev.onoma.providers.facebook {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires static dev.onoma.oauth;

    exports dev.onoma.providers.facebook;
    exports dev.onoma.providers.facebook.live;
}
