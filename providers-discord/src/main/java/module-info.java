/** Discord as an identity provider. */
module dev.onoma.providers.discord {
    requires static org.jspecify;
    requires transitive dev.onoma.core;
    requires static dev.onoma.oauth;

    exports dev.onoma.providers.discord;
    exports dev.onoma.providers.discord.live;
}
