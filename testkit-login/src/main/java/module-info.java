/** Logins from redirect to user in one call, against the fake providers of the test kit. */
module dev.onoma.testkit.login {
    requires static transitive org.jspecify;
    requires transitive dev.onoma.core;
    requires transitive dev.onoma.oauth;
    requires transitive dev.onoma.testkit.oauth;

    exports dev.onoma.testkit.login;
}
