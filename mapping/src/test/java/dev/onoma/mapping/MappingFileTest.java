package dev.onoma.mapping;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.ProviderKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A mapping file")
class MappingFileTest {
    private static final String ACME = """
            # Acme's people
            provider: acme
            social: true
            subject: account.id
            attributes:
              name: display_name | name
              picture: [photo.url, picture]
              email: mail
              email_verified: mail_confirmed
            id_space: https://id.acme.example
            deny: [locale]
            email_trust:
              domains: [acme.example]
            """;

    private static MappingFile mapping(String text) {
        return MappingFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static NormalizedProfile profile(MappingFile mapping, String json) {
        return mapping.connection("acme")
                .build()
                .normalize(Claims.of((JsonObject) JsonValue.parse(json), Evidence.USERINFO_RESPONSE))
                .orElseThrow();
    }

    @Test
    @DisplayName("is a provider: candidate paths in their order, as one text or as a list")
    void table() {
        NormalizedProfile profile = profile(mapping(ACME), """
                {"account": {"id": 7}, "name": "Ana", "photo": {"url": "https://x.example/p"},
                 "mail": "ana@acme.example", "mail_confirmed": true, "locale": "hr", "email": "other@acme.example"}
                """);

        assertThat(profile)
                .hasSubject("7")
                .hasText(NAME, "Ana")
                .hasText(PICTURE, "https://x.example/p")
                .hasVerifiedEmail("ana@acme.example")
                .doesNotStore("locale")
                .hasNoWarnings();
    }

    @Test
    @DisplayName("gives a connection its deny list, its trust in addresses and its id space")
    void connection() {
        MappingFile mapping = mapping(ACME);

        Connection connection = mapping.connection("acme-eu").build();

        assertThat(connection.name()).isEqualTo("acme-eu");
        assertThat(connection.provider().name()).isEqualTo("acme");
        assertThat(connection.provider().kind()).isEqualTo(ProviderKind.SOCIAL);
        assertThat(connection.idSpace()).contains("https://id.acme.example");
        assertThat(connection.emailTrust()).isEqualTo(EmailTrust.domains(Set.of("acme.example")));
        assertThat(mapping).hasToString("MappingFile[acme]");
    }

    @Test
    @DisplayName("needs no more than a name and a subject, and then maps nothing else")
    void least() {
        MappingFile mapping = mapping("provider: acme\nsubject: id\n");

        assertThat(profile(mapping, "{\"id\":\"1\",\"email\":\"a@b.example\",\"email_verified\":true}"))
                .hasSubject("1")
                .hasNo(EMAIL);
        assertThat(mapping.provider().kind()).isEqualTo(ProviderKind.ENTERPRISE);
        assertThat(mapping.provider().isOpenIdConnect()).isFalse();
        assertThat(mapping.connection("acme").build().emailTrust()).isEqualTo(EmailTrust.fromClaim());
    }

    @Test
    @DisplayName("over OpenID Connect leaves what it does not name as the standard has it, the subject too")
    void openIdConnect() {
        MappingFile mapping = mapping("""
                provider: acme
                openid_connect: true
                attributes: {name: display_name}
                """);

        assertThat(profile(mapping, """
                {"sub": "1", "name": "no", "display_name": "Ana", "email": "a@b.example", "email_verified": true,
                 "phone_number": "+385123456", "phone_number_verified": false, "iat": 1}
                """))
                .hasSubject("1")
                .hasText(NAME, "Ana")
                .hasVerifiedEmail("a@b.example")
                .hasUnverifiedPhone("+385123456")
                .doesNotStore("iat");
    }

    @Test
    @DisplayName("without a flag's path says nothing of whether an address is verified")
    void noFlag() {
        MappingFile mapping = mapping("{provider: acme, subject: id, attributes: {email: mail, phone_number: tel}}");

        assertThat(profile(mapping, "{\"id\":\"1\",\"mail\":\"a@b.example\",\"email_verified\":true,\"tel\":\"+1\"}"))
                .hasUnverifiedEmail("a@b.example")
                .hasText(PHONE_NUMBER, "+1");
    }

    @Test
    @DisplayName("may be JSON, with tabs and escapes")
    void json() {
        String json = """
                {
                \t"provider": "acme",
                \t"openid_connect": false, "social": true,
                \t"subject": "\\u0069d",
                \t"attributes": {"name": ["['https:\\/\\/acme.example\\/name']", "n"], "email": "mail"},
                \t"deny": [],
                \t"email_trust": "never"
                }
                """;

        NormalizedProfile profile =
                profile(mapping(json), "{\"id\":\"1\",\"https://acme.example/name\":\"Ana\",\"mail\":\"a@b.example\"}");

        assertThat(profile).hasSubject("1").hasText(NAME, "Ana").hasUnverifiedEmail("a@b.example");
    }

    @Test
    @DisplayName("trusts addresses as one of three words says, or as a list of domains")
    void emailTrust() {
        String file = "provider: acme\nsubject: id\nemail_trust: ";

        assertThat(mapping(file + "always").connection("a").build().emailTrust())
                .isEqualTo(EmailTrust.always());
        assertThat(mapping(file + "never").connection("a").build().emailTrust()).isEqualTo(EmailTrust.never());
        assertThat(mapping(file + "from_claim").connection("a").build().emailTrust())
                .isEqualTo(EmailTrust.fromClaim());
    }

    @Test
    @DisplayName("is read from a file, with or without a byte order mark")
    void file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("acme.yaml"), "\uFEFF" + ACME);

        assertThat(MappingFile.read(file).provider().name()).isEqualTo("acme");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> MappingFile.read(folder.resolve("none.yaml")));
    }
}
