/**
 * Identity providers on loopback, for tests of whatever signs people in: {@link dev.onoma.testkit.oauth.FakeIssuer}, any
 * OpenID Connect issuer and Google's shape of one, and {@link dev.onoma.testkit.oauth.FakeFacebook}. They answer as the
 * specifications ask, count what they were asked, and break a rule when a test tells them which.
 */
@NullMarked
package dev.onoma.testkit.oauth;

import org.jspecify.annotations.NullMarked;
