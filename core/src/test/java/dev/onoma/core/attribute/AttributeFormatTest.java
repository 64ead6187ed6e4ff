package dev.onoma.core.attribute;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.attribute.RootAttribute.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeFormatTest {
    private static final String ASTRAL = "\ud83d\ude00";
    private static final String EMAIL_RULE = "an e-mail address of at most 254 characters, 64 before the @";
    private static final String PICTURE_RULE = "an absolute http or https URL of at most 2048 bytes";
    private static final String PHONE_RULE = "a phone number: + and 1 to 15 digits";
    private static final String USERNAME_RULE =
            "a user name: 1 to 128 of a-z A-Z 0-9 _ + - . ! # $ ^ ` ~ @ ', not an e-mail address";

    private static Optional<String> violation(RootAttribute attribute, String text) {
        return AttributeFormat.violation(attribute, text, Limits.STANDARD);
    }

    /** The attribute, a text exactly at its limit, a text one past it, and the rule that the latter breaks. */
    static Stream<Arguments> limits() {
        String url = "https://example.org/";
        return Stream.of(
                argumentSet("name", NAME, "a".repeat(300), "a".repeat(301), "at most 300 characters"),
                argumentSet("name, astral", NAME, ASTRAL.repeat(300), ASTRAL.repeat(301), "at most 300 characters"),
                argumentSet("given name", GIVEN_NAME, ASTRAL.repeat(150), ASTRAL.repeat(151), "at most 150 characters"),
                argumentSet(
                        "family name", FAMILY_NAME, ASTRAL.repeat(150), ASTRAL.repeat(151), "at most 150 characters"),
                argumentSet("nickname", NICKNAME, ASTRAL.repeat(350), ASTRAL.repeat(351), "at most 350 characters"),
                argumentSet("picture", PICTURE, url + "a".repeat(2_028), url + "a".repeat(2_029), PICTURE_RULE),
                argumentSet(
                        "picture, in bytes",
                        PICTURE,
                        url + "\u00e9".repeat(1_014),
                        url + "\u00e9".repeat(1_015),
                        PICTURE_RULE),
                argumentSet("e-mail", EMAIL, "a@" + "b".repeat(252), "a@" + "b".repeat(253), EMAIL_RULE),
                argumentSet("e-mail, astral", EMAIL, "a@" + ASTRAL.repeat(252), "a@" + ASTRAL.repeat(253), EMAIL_RULE),
                argumentSet("local part", EMAIL, "a".repeat(64) + "@b", "a".repeat(65) + "@b", EMAIL_RULE),
                argumentSet(
                        "local part, astral", EMAIL, ASTRAL.repeat(64) + "@b", ASTRAL.repeat(65) + "@b", EMAIL_RULE),
                argumentSet("user name", USERNAME, "a".repeat(128), "a".repeat(129), USERNAME_RULE),
                argumentSet("user name, short", USERNAME, "a", "", USERNAME_RULE),
                argumentSet("phone number", PHONE_NUMBER, "+" + "1".repeat(15), "+" + "1".repeat(16), PHONE_RULE),
                argumentSet("phone number, short", PHONE_NUMBER, "+1", "+", PHONE_RULE));
    }

    @ParameterizedTest
    @MethodSource("limits")
    @DisplayName("M8: a value exactly at its attribute's limit is kept, one past it breaks the rule")
    void atAndBeyond(RootAttribute attribute, String atLimit, String beyond, String rule) {
        assertThat(violation(attribute, atLimit)).isEmpty();
        assertThat(violation(attribute, beyond)).contains(rule);
    }

    @Test
    @DisplayName("M8: a text fits the limit on bytes, whatever the limit on its characters")
    void bytesOfText() {
        Limits wide = Limits.STANDARD.with(Limit.NAME_CHARACTERS, 10_000);

        assertThat(AttributeFormat.violation(NAME, "a".repeat(4_096), wide)).isEmpty();
        assertThat(AttributeFormat.violation(NAME, "a".repeat(4_097), wide)).contains("at most 4096 bytes");
        assertThat(AttributeFormat.violation(NAME, "\u00e9".repeat(2_048), wide))
                .isEmpty();
        assertThat(AttributeFormat.violation(NAME, "\u00e9".repeat(2_049), wide))
                .contains("at most 4096 bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    NAME;         NAME_CHARACTERS;        abc;         at most 2 characters
                    GIVEN_NAME;   GIVEN_NAME_CHARACTERS;  abc;         at most 2 characters
                    FAMILY_NAME;  FAMILY_NAME_CHARACTERS; abc;         at most 2 characters
                    NICKNAME;     NICKNAME_CHARACTERS;    abc;         at most 2 characters
                    PICTURE;      PICTURE_BYTES;          http://a/b;  an absolute http or https URL of at most 2 bytes
                    EMAIL;        EMAIL_CHARACTERS;       a@b;         an e-mail address of at most 2 characters, 64 before the @
                    EMAIL;        EMAIL_LOCAL_CHARACTERS; abc@d;       an e-mail address of at most 254 characters, 2 before the @
                    PHONE_NUMBER; PHONE_DIGITS;           +123;        a phone number: + and 1 to 2 digits
                    """)
    @DisplayName("M8: the limits are the application's, and the message tells them")
    void otherLimits(RootAttribute attribute, Limit limit, String text, String rule) {
        assertThat(AttributeFormat.violation(attribute, text, Limits.STANDARD)).isEmpty();
        assertThat(AttributeFormat.violation(attribute, text, Limits.STANDARD.with(limit, 2)))
                .contains(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Ada99", "a_+-.!#$^`~'", "AZaz09", "ada@", "@ada", "a@b@c", "_"})
    @DisplayName("a user name is of letters, digits and a few signs")
    void usernames(String text) {
        assertThat(violation(USERNAME, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "a@b",
                "ada lovelace",
                " ada",
                "ada\n",
                "\u00e9ve",
                "a/b",
                "a:b",
                "a{b",
                "[a",
                "a|b",
                "a\u0000",
                "\ud83d\ude00",
                "a%b",
                "a&b",
                "a*b"
            })
    @DisplayName("a user name is no e-mail address, and holds nothing else")
    void noUsernames(String text) {
        assertThat(violation(USERNAME, text)).contains(USERNAME_RULE);
    }

    @Test
    @DisplayName("the longest user name is the application's choice")
    void usernameLimit() {
        Limits narrow = Limits.STANDARD.with(Limit.USERNAME_CHARACTERS, 15);

        assertThat(AttributeFormat.violation(USERNAME, "a".repeat(15), narrow)).isEmpty();
        assertThat(AttributeFormat.violation(USERNAME, "a".repeat(16), narrow).orElseThrow())
                .startsWith("a user name: 1 to 15 of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+0", "+9", "+441632960961"})
    @DisplayName("a phone number is a plus sign and digits")
    void phones(String text) {
        assertThat(violation(PHONE_NUMBER, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "441632960961",
                "00441632",
                "+44 1632",
                "+44-1632",
                "+44(0)1632",
                "++44",
                "+44a",
                "+\u0661",
                "+/1",
                "+1:"
            })
    @DisplayName("a phone number is written in no other way")
    void noPhones(String text) {
        assertThat(violation(PHONE_NUMBER, text)).contains(PHONE_RULE);
    }
}
