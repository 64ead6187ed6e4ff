package dev.onoma.providers.github;

import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;

class GitHubContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return GitHub.connection(name);
    }
}
