package dev.onoma.providers.discord;

import dev.onoma.core.connection.Connection;
import dev.onoma.testkit.ProviderContract;

class DiscordContractTest extends ProviderContract {
    @Override
    protected Connection.Builder connection(String name) {
        return Discord.connection(name);
    }
}
