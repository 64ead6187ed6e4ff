package dev.onoma.providers.microsoft;

import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;
import java.util.Optional;

class MicrosoftContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return Microsoft.connection(name);
    }

    @Override
    protected Optional<String> subjectSpace() {
        return Optional.of("tid");
    }
}
