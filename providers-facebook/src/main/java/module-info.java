/** Facebook as an identity provider. */
module dev.onoma.providers.facebook {
    requires static org.jspecify;
    requires transitive dev.onoma.core;

    exports dev.onoma.providers.facebook;
}
