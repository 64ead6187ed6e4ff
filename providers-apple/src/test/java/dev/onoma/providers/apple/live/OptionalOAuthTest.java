package dev.onoma.providers.apple.live;

import dev.onoma.providers.apple.Apple;
import dev.onoma.testkit.LiveHalfContract;

class OptionalOAuthTest extends LiveHalfContract {
    @Override
    protected Class<?> preset() {
        return Apple.class;
    }

    @Override
    protected Class<?> live() {
        return AppleLogin.class;
    }
}
