package dev.onoma.providers.oidc.live;

import dev.onoma.providers.oidc.Oidc;
import dev.onoma.testkit.LiveHalfContract;

class OptionalOAuthTest extends LiveHalfContract {
    @Override
    protected Class<?> preset() {
        return Oidc.class;
    }

    @Override
    protected Class<?> live() {
        return IssuerLogin.class;
    }
}
