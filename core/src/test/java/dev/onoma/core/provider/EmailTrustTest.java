package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTrustTest {
    private static final EmailTrust DOMAINS = EmailTrust.domains(Set.of(" Example.ORG ", "b\u00fccher.example"));

    private static EmailTrust trust(String word) {
        return switch (word) {
            case "from_claim" -> EmailTrust.fromClaim();
            case "always" -> EmailTrust.always();
            case "never" -> EmailTrust.never();
            default -> DOMAINS;
        };
    }

    /** Each trust, each thing a claim can say, for an address of a listed and of an unlisted domain. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    from_claim, true,  a@example.org, TRUE
                    from_claim, false, a@example.org, FALSE
                    from_claim, null,  a@example.org, UNSAID
                    from_claim, 1,     a@example.org, UNSAID
                    always,     true,  a@example.org, TRUE
                    always,     false, a@example.org, FALSE
                    always,     null,  a@example.org, TRUE
                    always,     1,     a@example.org, UNSAID
                    never,      true,  a@example.org, UNSAID
                    never,      false, a@example.org, FALSE
                    never,      null,  a@example.org, UNSAID
                    never,      1,     a@example.org, UNSAID
                    domains,    true,  a@EXAMPLE.org, TRUE
                    domains,    false, a@EXAMPLE.org, FALSE
                    domains,    null,  a@EXAMPLE.org, TRUE
                    domains,    1,     a@EXAMPLE.org, UNSAID
                    domains,    true,  a@example.com, UNSAID
                    domains,    false, a@example.com, FALSE
                    domains,    null,  a@example.com, UNSAID
                    domains,    null,  a@xn--bcher-kva.example, TRUE
                    domains,    null,  a@B\u00fcCHER.example,   TRUE
                    domains,    null,  a@sub.example.org,       UNSAID
                    domains,    null,  a@notexample.org,        UNSAID
                    domains,    null,  example.org@evil.test,   UNSAID
                    """)
    @DisplayName("M4: trust is the connection's choice; it never raises an outright false, nor what it cannot read")
    void table(String trust, String flag, String address, FlagState given) {
        Provider.Builder table = Provider.named("example").subject("id").email("email", Flag.claim("email_verified"));

        NormalizedProfile profile = Mapped.profile(
                table,
                Mapped.userinfo("{\"id\":1,\"email\":\"" + address + "\",\"email_verified\":" + flag + "}"),
                Mapped.settings(trust(trust)));

        assertThat(profile.given(EMAIL)).isEqualTo(Given.pair(address, given));
    }

    @Test
    @DisplayName("M4: a provider that never says is unsaid, and trusted always means verified")
    void unsaid() {
        Provider.Builder table = Provider.named("example").subject("id").email("email", Flag.unsaid());
        String json = "{\"id\":1,\"email\":\"a@b\",\"email_verified\":true}";

        assertThat(Mapped.profile(table, Mapped.userinfo(json)).given(EMAIL))
                .isEqualTo(Given.pair("a@b", FlagState.UNSAID));
        assertThat(Mapped.profile(table, Mapped.userinfo(json), Mapped.settings(EmailTrust.always()))
                        .given(EMAIL))
                .isEqualTo(Given.pair("a@b", FlagState.TRUE));
    }

    @ParameterizedTest
    @CsvSource({"from_claim, true, true", "always, true, true", "never, false, false", "domains, true, false"})
    @DisplayName("S5: a connection that has lost its trust is not believed for addresses it verified before")
    void believes(String trust, boolean listed, boolean unlisted) {
        assertThat(trust(trust).believes("a@example.org")).isEqualTo(listed);
        assertThat(trust(trust).believes("a@example.com")).isEqualTo(unlisted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a@b", "@example.org", "a b.example", "a\tb"})
    @DisplayName("trusted domains are domains")
    void noDomain(String domain) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailTrust.domains(Set.of("example.com", domain)))
                .withMessage("e-mail trust needs domains such as example.com");
    }

    @Test
    @DisplayName("trusting no domain is not a way to say never")
    void noDomains() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailTrust.domains(Set.of()))
                .withMessage("e-mail trust needs domains such as example.com");
    }

    @Test
    @DisplayName("prints its word, and its domains in order")
    void printing() {
        assertThat(EmailTrust.fromClaim()).hasToString("from_claim");
        assertThat(EmailTrust.always()).hasToString("always");
        assertThat(EmailTrust.never()).hasToString("never");
        assertThat(DOMAINS).hasToString("domains [example.org, xn--bcher-kva.example]");
    }

    @Test
    @DisplayName("is a value")
    void equality() {
        assertThat(EmailTrust.domains(Set.of("EXAMPLE.org"))).isEqualTo(EmailTrust.domains(Set.of("example.org")));
        EqualsVerifier.forClass(EmailTrust.class)
                .withNonnullFields("kind", "domains")
                .verify();
    }
}
