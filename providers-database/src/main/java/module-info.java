/** The application's own user table as an identity provider, and the passwords of its users. */
module dev.onoma.providers.database {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires static org.bouncycastle.provider;

    exports dev.onoma.providers.database;
    exports dev.onoma.providers.database.account;
    exports dev.onoma.providers.database.custom;
    exports dev.onoma.providers.database.guard;
    exports dev.onoma.providers.database.message;
    exports dev.onoma.providers.database.password;
}
