/** The application's own user table as an identity provider, its users' passwords, and the codes they log in with. */
module dev.onoma.providers.database {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires static org.bouncycastle.provider;
    requires static com.google.i18n.phonenumbers.libphonenumber;
    requires static org.eclipse.angus.mail;

    exports dev.onoma.providers.database;
    exports dev.onoma.providers.database.account;
    exports dev.onoma.providers.database.custom;
    exports dev.onoma.providers.database.guard;
    exports dev.onoma.providers.database.message;
    exports dev.onoma.providers.database.message.smtp;
    exports dev.onoma.providers.database.password;
    exports dev.onoma.providers.database.passwordless;
}
