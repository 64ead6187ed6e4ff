package dev.onoma.interop;

import dev.onoma.providers.oidc.OidcIssuer;

/** An OpenID Provider that runs on this machine, for these tests alone. */
interface LiveProvider extends AutoCloseable {
    OidcIssuer issuer();

    /** From now on it signs with a key that nobody has seen. */
    void changeKeys();

    @Override
    void close();
}
