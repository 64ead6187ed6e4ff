package dev.onoma.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import java.util.Locale;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ADA@EXAMPLE.ORG",
        "Ada.Lovelace@Example.Org, ada.lovelace@example.org",
        "ada@b\u00fccher.example, ada@xn--bcher-kva.example",
        "ADA@B\u00fcCHER.example, ada@XN--BCHER-KVA.EXAMPLE",
        "\u00e9ve@example.org, \u00e9ve@EXAMPLE.org",
        "ada@\u4f8b\u3048.\u30c6\u30b9\u30c8, ada@xn--r8jz45g.xn--zckzah"
    })
    @DisplayName("two spellings of one address are equal: A to Z in any case, the domain in Unicode or punycode")
    void oneAddress(String one, String other) {
        assertThat(address(one)).isEqualTo(address(other)).hasSameHashCodeAs(address(other));
        assertThat(address(one).key()).isEqualTo(address(other).key());
        assertThat(EmailAddress.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "m\u0131ke@example.org, mike@example.org",
        "M\u0130KE@example.org, mike@example.org",
        "\u017fam@example.org, sam@example.org",
        "\u212aim@example.org, kim@example.org",
        "mike@\u0131nside.example, mike@inside.example",
        "sam@\u017fam.example, sam@sam.example",
        "kim@\u212aim.example, kim@kim.example",
        "ada@stra\u00dfe.example, ada@strasse.example",
        "stra\u00dfe@example.org, strasse@example.org",
        "\u00e9ve@example.org, \u00c9VE@example.org",
        "e\u0301ve@example.org, \u00e9ve@example.org",
        "ada@\uff45xample.org, ada@example.org",
        "ada@example\u3002org, ada@example.org",
        "ada@exa\u00admple.org, ada@example.org"
    })
    @DisplayName("D10: characters that some case mapping or normalization confuses stay different")
    void confusables(String one, String other) {
        assertThat(address(one)).isNotEqualTo(address(other));
        assertThat(address(other)).isNotEqualTo(address(one));
        assertThat(EmailAddress.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a.da@gmail.com, ada@gmail.com", "ada+x@gmail.com, ada@gmail.com", "ada@googlemail.com, ada@gmail.com",
        "ada@example.org, ada@example.com", "ada@example.org, eda@example.org", "ada@example.org., ada@example.org"
    })
    @DisplayName("dots, plus signs and aliases are not folded")
    void notFolded(String one, String other) {
        assertThat(EmailAddress.same(one, other)).isFalse();
    }

    @Test
    @DisplayName("a local part with other than ASCII characters is compared exactly, its letters A to Z included")
    void nonAsciiLocalParts() {
        assertThat(EmailAddress.same("\u00e9va@example.org", "\u00e9vA@example.org"))
                .isFalse();
        assertThat(EmailAddress.same("\u00e9va@example.org", "\u00e9va@example.org"))
                .isTrue();
    }

    @Test
    @DisplayName("D10: the default locale makes no difference, not even the Turkish one")
    void turkish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(EmailAddress.same("ADMIN@INFO.EXAMPLE", "admin@info.example"))
                    .isTrue();
            assertThat(address("ADMIN@INFO.EXAMPLE").key()).isEqualTo("admin@info.example");
            assertThat(EmailAddress.domainKey("B\u00fcCHERI.EXAMPLE")).isEqualTo("xn--bcheri-3ya.example");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName("keeps its text, and knows its parts")
    void parts() {
        EmailAddress address = address("Ada.L@B\u00fccher.Example");

        assertThat(address.text()).isEqualTo("Ada.L@B\u00fccher.Example");
        assertThat(address.localPart()).isEqualTo("Ada.L");
        assertThat(address.domain()).isEqualTo("xn--bcher-kva.example");
        assertThat(address.key()).isEqualTo("ada.l@xn--bcher-kva.example");
    }

    @Test
    @DisplayName("a domain that IDNA would change, or refuses, is compared as it is written")
    void domainsThatIdnaRefuses() {
        String longLabel = "\u00e9".repeat(64) + ".example";

        assertThat(EmailAddress.domainKey("Stra\u00dfe.example")).isEqualTo("stra\u00dfe.example");
        assertThat(EmailAddress.domainKey(longLabel)).isEqualTo(longLabel);
        assertThat(address("a@" + longLabel).domain()).isEqualTo(longLabel);
    }

    @Test
    @DisplayName("a full-width @ that normalization would turn into another one stays in the domain")
    void fullWidthAt() {
        assertThat(address("ada@evil\uff20example.org").domain()).isEqualTo("evil\uff20example.org");
        assertThat(EmailAddress.parse("ada\uff20example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a.b+c@d-e.f",
                "!#$%&'*+-/=?^_`{|}~@example.org",
                "\u00e9@\u00e9",
                "\"a\"@b",
                "a@[192.0.2.1]"
            })
    @DisplayName("M8: an address is text, one @, and text")
    void addresses(String text) {
        assertThat(EmailAddress.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b",
                "ada",
                "a@b@c",
                "a@@b",
                "a@b@",
                "a b@c",
                " a@b",
                "a@b ",
                "a@b\n",
                "a\t@b",
                "a@b\u00a0",
                "a\u0000@b",
                "a@b\u007f",
                "a\u0085@b",
                "a\ud800@b",
                "a@b\udc00",
                "a\u3000@b"
            })
    @DisplayName("M8: anything else is no address: white space, control characters, NUL, lone surrogates")
    void noAddresses(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    @DisplayName("an address that was accepted before is one, whatever the limits are now")
    void accepted() {
        String text = "a".repeat(100) + "@" + "b".repeat(300);

        assertThat(EmailAddress.parse(text)).isEmpty();
        assertThat(EmailAddress.of(text).localPart()).isEqualTo("a".repeat(100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.of("ada"))
                .withMessage("an e-mail address must hold an @");
    }

    @Test
    @DisplayName("M8: the limits on characters are the caller's")
    void limits() {
        Limits narrow = Limits.STANDARD.with(Limit.EMAIL_CHARACTERS, 5).with(Limit.EMAIL_LOCAL_CHARACTERS, 2);

        assertThat(EmailAddress.parse("ab@de", narrow)).isPresent();
        assertThat(EmailAddress.parse("ab@def", narrow)).isEmpty();
        assertThat(EmailAddress.parse("abc@d", narrow)).isEmpty();
    }

    @Test
    @DisplayName("M2: prints that it is an address, and not which one")
    void printing() {
        assertThat(address("ada@example.org")).hasToString("EmailAddress");
    }

    @Test
    @DisplayName("is a value, by its key")
    void equality() {
        EqualsVerifier.forClass(EmailAddress.class).withOnlyTheseFields("key").verify();
    }
}
