package dev.onoma.providers.database;

import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;

class DatabaseContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return Database.connection(name);
    }

    @Override
    protected Evidence documentEvidence() {
        return Evidence.IMPORT;
    }
}
