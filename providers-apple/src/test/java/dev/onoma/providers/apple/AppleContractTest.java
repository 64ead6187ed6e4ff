package dev.onoma.providers.apple;

import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;

class AppleContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return Apple.connection(name);
    }
}
