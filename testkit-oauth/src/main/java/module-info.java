/** Identity providers on loopback that sign, rotate keys, and misbehave on request. */
module dev.onoma.testkit.oauth {
    requires static transitive org.jspecify;
    requires transitive dev.onoma.core;
    requires com.nimbusds.jose.jwt;
    requires jdk.httpserver;

    exports dev.onoma.testkit.oauth;
    exports dev.onoma.testkit.oauth.http;
}
