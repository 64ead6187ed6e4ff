package dev.onoma.providers.google;

import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;

class GoogleContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return Google.connection(name);
    }
}
