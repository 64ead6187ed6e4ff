/** Microsoft as an identity provider. */
module dev.onoma.providers.microsoft {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires static dev.onoma.oauth;

    exports dev.onoma.providers.microsoft;
    exports dev.onoma.providers.microsoft.live;
}
