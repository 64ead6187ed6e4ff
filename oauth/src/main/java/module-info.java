/** Live logins: from a button in the browser to verified claims. */
module dev.onoma.oauth {
    requires static transitive org.jspecify;
    requires transitive dev.onoma.core;
    requires java.net.http;
    requires com.nimbusds.jose.jwt;
    requires scribejava.core;

    exports dev.onoma.oauth;
    exports dev.onoma.oauth.client;
    exports dev.onoma.oauth.denial;
    exports dev.onoma.oauth.http;
    exports dev.onoma.oauth.limit;
    exports dev.onoma.oauth.oidc;
    exports dev.onoma.oauth.transaction;
}
