package dev.onoma.providers.microsoft;

import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;
import dev.onoma.testkit.fixture.Fixture;
import dev.onoma.testkit.fixture.Fixtures;
import java.util.List;
import java.util.Optional;

class OneTenantContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return Microsoft.tenantConnection(name, "72f988bf-0f1e-4a55-9c1b-2d7cd011db47");
    }

    @Override
    protected List<Fixture> fixtures() {
        return Fixtures.onClassPath(getClass(), "graph");
    }

    @Override
    protected Evidence documentEvidence() {
        return Evidence.GRAPH_API_RESPONSE;
    }

    @Override
    protected Optional<String> subjectSpace() {
        return Optional.of("tid");
    }
}
