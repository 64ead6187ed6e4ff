package dev.onoma.providers.discord.live;

import dev.onoma.providers.discord.Discord;
import dev.onoma.testkit.LiveHalfContract;

class OptionalOAuthTest extends LiveHalfContract {
    @Override
    protected Class<?> preset() {
        return Discord.class;
    }

    @Override
    protected Class<?> live() {
        return DiscordLogin.class;
    }
}
