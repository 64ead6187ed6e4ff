package dev.onoma.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The refusals of onoma map")
class MapRefusalsTest {
    @Test
    @DisplayName("to the letter: an error with code and message in the profile's place, and exit status 1")
    void letter() {
        Shown shown = Shell.map("google", "{'name':'x'}");

        assertThat(shown)
                .isEqualTo(new Shown(
                        1,
                        "{\"error\":{\"code\":\"missing_subject\",\"message\":\"claim \\\"sub\\\" is missing\"}}\n",
                        ""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ''            | claim "sub" is blank
        '  '          | claim "sub" is blank
        'null'        | claim "sub" is a placeholder, not an id
        'undefined'   | claim "sub" is a placeholder, not an id
        'None'        | claim "sub" is a placeholder, not an id
        ' 1'          | claim "sub" has white space at an end
        '1 '          | claim "sub" has white space at an end
        'a\\tb'       | claim "sub" holds control characters or lone surrogates
        'a\\u0000b'   | claim "sub" holds control characters or lone surrogates
        'a\\ud800b'   | claim "sub" holds control characters or lone surrogates
        true          | claim "sub" must be text or an integer, but is a boolean
        1.0           | claim "sub" must be text or an integer, but is a number
        1e3           | claim "sub" must be text or an integer, but is a number
        """)
    @DisplayName("M1: no usable subject is missing_subject, never another id in its place")
    void subject(String subject, String message) {
        Shown shown = Shell.map("google", "{'sub':" + subject + ",'id':'2','email':'a@example.com'}");

        assertThat(shown.lines()).hasSize(1);
        assertThat(shown.error(1)).isEqualTo("missing_subject: " + message);
    }

    @Test
    @DisplayName("M1: a subject has 255 characters at most")
    void longSubject() {
        Shown shown = Shell.map("google", "{'sub':'" + "x".repeat(256) + "'} {'sub':'" + "x".repeat(255) + "'}");

        assertThat(shown.error(1)).isEqualTo("missing_subject: claim \"sub\" is longer than 255 characters");
        assertThat(shown.at(2, "subject")).hasSize(257);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "{'error':{'message':'x','code':190}}", "{'id':'1','error':{'message':'x'}}"})
    @DisplayName("Facebook's error, or false, is provider_error and not a profile")
    void providerError(String document) {
        Shown shown = Shell.map("facebook", document);

        assertThat(shown.error(1)).isEqualTo("provider_error: the document is the provider's error, not a profile");
        assertThat(shown.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "[], an array",
                "`[['sub','1']]`, an array",
                "null, null",
                "true, a boolean",
                "'x', a string",
                "5, a number"
            })
    @DisplayName("a document that is no object is invalid_claims")
    void noObject(String document, String type) {
        assertThat(Shell.map("google", document).error(1))
                .isEqualTo("invalid_claims: the document must be a JSON object, but is " + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'sub':'1','sub':'1'}", "{'sub':'1','a':{'b':1,'b':2}}", "{'sub':'1','a':1,'\\u0061':1}"})
    @DisplayName("a duplicate name is invalid_claims")
    void duplicate(String document) {
        assertThat(Shell.map("google", document).error(1))
                .startsWith("invalid_claims: the document has a name twice in one object (line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1001", "1e-1001", "1e99999999999"})
    @DisplayName("M8: a number with too large an exponent is invalid_claims")
    void exponent(String number) {
        assertThat(Shell.map("google", "{'sub':'1','n':" + number + "}").error(1))
                .startsWith("invalid_claims: the document has a number with too many digits or too large an exponent");
    }

    @Test
    @DisplayName("M8: limits on digits, depth, members and bytes hold at their edge, in the library's words")
    void limits() {
        Shown shown = Shell.map(
                "google",
                "{'sub':'1','n':" + "9".repeat(1000) + "}\n"
                        + "{'sub':'1','n':" + "9".repeat(1001) + "}\n"
                        + "{'sub':'1','a':" + "[".repeat(31) + "]".repeat(31) + "}\n"
                        + "{'sub':'1','a':" + "[".repeat(32) + "]".repeat(32) + "}\n"
                        + "{'sub':'1'" + members(999) + "}\n"
                        + "{'sub':'1'" + members(1000) + "}\n"
                        + "{'sub':'1','a':'" + "x".repeat(65_536) + "'}\n"
                        + "{'sub':'1','a':'" + "x".repeat(262_144) + "'}\n");

        assertThat(shown.at(1, "subject")).isEqualTo("'1'");
        assertThat(shown.error(2)).startsWith("invalid_claims: the document has a number with too many digits");
        assertThat(shown.lines().get(2)).contains("\"subject\":\"1\"", "[".repeat(31));
        assertThat(shown.error(4)).isEqualTo("claims_too_deep: the document is nested more than 32 levels deep");
        assertThat(shown.lines().get(4)).contains("\"subject\":\"1\"", "\"k998\":1");
        assertThat(shown.error(6)).isEqualTo("claims_too_large: the document has more than 1000 members");
        assertThat(shown.error(7)).isEqualTo("claims_too_large: the claims to be stored are longer than 65536 bytes");
        assertThat(shown.error(8)).isEqualTo("claims_too_large: the document is longer than 262144 bytes");
    }

    private static String members(int count) {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < count; i++) {
            members.append(",'k").append(i).append("':1");
        }
        return members.toString();
    }
}
