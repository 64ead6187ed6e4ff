/** The application's own user table as an identity provider. */
module dev.onoma.providers.database {
    requires static org.jspecify;
    requires transitive dev.onoma.core;

    exports dev.onoma.providers.database;
}
