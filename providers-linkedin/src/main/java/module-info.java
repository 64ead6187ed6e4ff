/** LinkedIn as an identity provider. */
module dev.onoma.providers.linkedin {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires static dev.onoma.oauth;

    exports dev.onoma.providers.linkedin;
    exports dev.onoma.providers.linkedin.live;
}
