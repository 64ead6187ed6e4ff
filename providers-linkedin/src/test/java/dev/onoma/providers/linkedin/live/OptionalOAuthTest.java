package dev.onoma.providers.linkedin.live;

import dev.onoma.providers.linkedin.LinkedIn;
import dev.onoma.testkit.LiveHalfContract;

class OptionalOAuthTest extends LiveHalfContract {
    @Override
    protected Class<?> preset() {
        return LinkedIn.class;
    }

    @Override
    protected Class<?> live() {
        return LinkedInLogin.class;
    }
}
