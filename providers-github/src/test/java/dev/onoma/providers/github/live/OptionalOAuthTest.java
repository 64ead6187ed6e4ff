package dev.onoma.providers.github.live;

import dev.onoma.providers.github.GitHub;
import dev.onoma.testkit.LiveHalfContract;

class OptionalOAuthTest extends LiveHalfContract {
    @Override
    protected Class<?> preset() {
        return GitHub.class;
    }

    @Override
    protected Class<?> live() {
        return GitHubLogin.class;
    }
}
