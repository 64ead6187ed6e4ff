package dev.onoma.providers.facebook;

import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;

class FacebookContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return Facebook.connection(name);
    }

    @Override
    protected Evidence documentEvidence() {
        return Evidence.GRAPH_API_RESPONSE;
    }
}
