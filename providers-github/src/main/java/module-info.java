/** GitHub as an identity provider. */
module dev.onoma.providers.github {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires static dev.onoma.oauth;

    exports dev.onoma.providers.github;
    exports dev.onoma.providers.github.live;
}
