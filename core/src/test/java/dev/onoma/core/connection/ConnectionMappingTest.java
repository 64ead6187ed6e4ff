package dev.onoma.core.connection;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.provider.Warning;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a connection adds to its provider's table reaches the mapping. */
class ConnectionMappingTest {
    private static final Provider PROVIDER = Provider.named("example")
            .social()
            .subject("id")
            .attribute(NAME, "name")
            .email("email", Flag.claim("email_verified"))
            .build();

    private static final Claims CLAIMS = Claims.parse(
            "{\"id\":1,\"name\":\"Ada\",\"email\":\"ada@b\",\"locale\":\"en\"}".getBytes(StandardCharsets.UTF_8),
            Evidence.USERINFO_RESPONSE);

    private static NormalizedProfile profile(Connection.Builder connection) {
        return connection.build().normalize(CLAIMS).orElseThrow();
    }

    private static Connection.Builder connection() {
        return Connection.of("work", PROVIDER);
    }

    @Test
    @DisplayName("the profile says through which connection it came")
    void name() {
        assertThat(profile(connection()).connection()).isEqualTo("work");
        assertThat(profile(connection()).isVerified(EMAIL)).contains(false);
        assertThat(profile(connection()).derived()).doesNotContainKey(PICTURE);
    }

    @Test
    @DisplayName("M4: the trust in addresses is the connection's")
    void trust() {
        assertThat(profile(connection().emailTrust(EmailTrust.always())).isVerified(EMAIL))
                .contains(true);
    }

    @Test
    @DisplayName("M9: the deny list is the connection's, and calls add up")
    void deny() {
        assertThat(profile(connection().deny("locale").deny("id", "name"))
                        .profileData()
                        .toJson())
                .isEqualTo("{\"email\":\"ada@b\"}");
    }

    @Test
    @DisplayName("M6, M9: a denied subject names nobody, but still is the subject")
    void deniedSubject() {
        NormalizedProfile profile = profile(connection().deny("id", "name", "email"));

        assertThat(profile.subject()).isEqualTo("1");
        assertThat(profile.derived()).isEmpty();
        assertThat(profile(connection().deny("name", "email")).derived()).containsEntry(NAME, "1");
    }

    @Test
    @DisplayName("M6: asking for Gravatar is the connection's choice")
    void gravatar() {
        assertThat(profile(connection().leakAddressHashToGravatar()).derived()).containsKey(PICTURE);
    }

    @Test
    @DisplayName("M8: the limits are the connection's, and its name is in the warning")
    void limits() {
        NormalizedProfile profile = profile(connection().limits(Limits.STANDARD.with(Limit.NAME_CHARACTERS, 2)));

        assertThat(profile.text(NAME)).isEmpty();
        assertThat(profile.warnings()).extracting(Warning::connection).containsExactly("work");
    }

    @Test
    @DisplayName("the stored claims of an identity are mapped with the same settings")
    void stored() {
        NormalizedProfile profile = connection()
                .emailTrust(EmailTrust.always())
                .build()
                .normalizeStored("7", CLAIMS)
                .orElseThrow();

        assertThat(profile.subject()).isEqualTo("7");
        assertThat(profile.isVerified(EMAIL)).contains(true);
    }
}
