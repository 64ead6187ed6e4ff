/** Google as an identity provider. */
module dev.onoma.providers.google {
    requires static org.jspecify;
    requires transitive dev.onoma.core;

    exports dev.onoma.providers.google;
}
