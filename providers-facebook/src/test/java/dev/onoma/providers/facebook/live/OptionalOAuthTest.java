package dev.onoma.providers.facebook.live;

import dev.onoma.providers.facebook.Facebook;
import dev.onoma.testkit.LiveHalfContract;

class OptionalOAuthTest extends LiveHalfContract {
    @Override
    protected Class<?> preset() {
        return Facebook.class;
    }

    @Override
    protected Class<?> live() {
        return FacebookLogin.class;
    }
}
