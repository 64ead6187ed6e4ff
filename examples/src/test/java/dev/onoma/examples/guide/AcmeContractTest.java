package dev.onoma.examples.guide;

import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;

class AcmeContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return Acme.connection(name);
    }
}
