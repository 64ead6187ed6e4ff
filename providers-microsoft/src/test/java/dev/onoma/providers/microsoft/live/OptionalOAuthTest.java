package dev.onoma.providers.microsoft.live;

import dev.onoma.providers.microsoft.Microsoft;
import dev.onoma.testkit.LiveHalfContract;

class OptionalOAuthTest extends LiveHalfContract {
    @Override
    protected Class<?> preset() {
        return Microsoft.class;
    }

    @Override
    protected Class<?> live() {
        return MicrosoftLogin.class;
    }
}
