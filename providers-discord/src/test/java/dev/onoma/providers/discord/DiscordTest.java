package dev.onoma.providers.discord;

import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.provider.WarningCode.WRONG_TYPE;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.ProviderKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Discord")
class DiscordTest {
    private final Connection discord = Discord.connection("discord").build();

    private Normalization normalization(String json) {
        return discord.normalize(Claims.of((JsonObject) JsonValue.parse(json), Evidence.USERINFO_RESPONSE));
    }

    @Test
    @DisplayName("is a social provider that overwrites at each login, links nobody and believes the flag")
    void preset() {
        assertThat(discord.provider().name()).isEqualTo("discord");
        assertThat(discord.provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(discord.provider().isOpenIdConnect()).isFalse();
        assertThat(discord.syncPolicy()).isEqualTo(SyncPolicy.ON_EACH_LOGIN);
        assertThat(discord.linkPolicy()).isEqualTo(LinkPolicy.NEVER);
        assertThat(discord.emailTrust()).isEqualTo(EmailTrust.fromClaim());
    }

    @ParameterizedTest
    @CsvSource({
        "80351110224678912, 8342729096ea3675442027381ff50dfe, .png",
        "80351110224678912, a_8342729096ea3675442027381ff50dfe, .gif",
        "1, 0, .png",
    })
    @DisplayName("makes a picture's address of the owner's id and its hash")
    void picture(String id, String hash, String format) {
        assertThat(normalization("{\"id\": \"" + id + "\", \"avatar\": \"" + hash + "\"}"))
                .isProfile()
                .hasText(PICTURE, "https://cdn.discordapp.com/avatars/" + id + "/" + hash + format);
    }

    @ParameterizedTest
    @CsvSource({"1, a/b", "1, ..", "1, a?b", "1, a#b", "1, a%2fb", "1/2, a", "x, a", "012345678901234567890, a"})
    @DisplayName("makes none of what is no hash, or beside what is no id")
    void noPicture(String id, String hash) {
        assertThat(normalization("{\"id\": \"" + id + "\", \"avatar\": \"" + hash + "\"}"))
                .isProfile()
                .hasNo(PICTURE)
                .hasWarning(WRONG_TYPE, "avatar");
    }

    @Test
    @DisplayName("makes none where the id is denied")
    void deniedId() {
        Connection connection = Discord.connection("discord").deny("id").build();

        assertThat(connection.normalize(Claims.of(
                        (JsonObject) JsonValue.parse("{\"id\": \"1\", \"avatar\": \"a_0\"}"),
                        Evidence.USERINFO_RESPONSE)))
                .isProfile()
                .hasSubject("1")
                .hasNo(PICTURE);
    }

    @Test
    @DisplayName("reports errors in documents without an id")
    void errors() {
        assertThat(normalization("{\"message\": \"401: Unauthorized\", \"code\": 0}"))
                .isRefusedWith(RefusalCode.PROVIDER_ERROR);
        assertThat(normalization("{\"message\": \"hello\", \"id\": \"1\"}"))
                .isProfile()
                .hasSubject("1");
    }
}
