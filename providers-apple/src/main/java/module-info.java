/** Apple as an identity provider. */
module dev.onoma.providers.apple {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires static dev.onoma.oauth;

    exports dev.onoma.providers.apple;
    exports dev.onoma.providers.apple.live;
}
