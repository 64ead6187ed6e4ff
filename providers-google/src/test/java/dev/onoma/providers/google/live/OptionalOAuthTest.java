package dev.onoma.providers.google.live;

import dev.onoma.providers.google.Google;
import dev.onoma.testkit.LiveHalfContract;

class OptionalOAuthTest extends LiveHalfContract {
    @Override
    protected Class<?> preset() {
        return Google.class;
    }

    @Override
    protected Class<?> live() {
        return GoogleLogin.class;
    }
}
