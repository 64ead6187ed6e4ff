package dev.onoma.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The warnings of onoma map")
class MapWarningsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `'name':5`                      | wrong_type     | name           | number  | string
        `'name':['secret']`             | wrong_type     | name           | array   | string
        `'picture':{'secret':1}`        | wrong_type     | picture        | object  | string
        `'email':true`                  | wrong_type     | email          | boolean | string
        `'email':'secret'`              | invalid_value  | email          | string  | an e-mail address of at most 254 characters, 64 before the @
        `'email':'secret@b@c.example'`  | invalid_value  | email          | string  | an e-mail address of at most 254 characters, 64 before the @
        `'picture':'//secret.example'`  | invalid_value  | picture        | string  | an absolute http or https URL of at most 2048 bytes
        `'picture':'javascript:secret'` | invalid_value  | picture        | string  | an absolute http or https URL of at most 2048 bytes
        `'picture':'https:///secret'`   | invalid_value  | picture        | string  | an absolute http or https URL of at most 2048 bytes
        `'phone_number':'0secret'`      | invalid_value  | phone_number   | string  | a phone number: + and 1 to 15 digits
        """)
    @DisplayName("M2: an unreadable claim is a warning with path, found and expected, never with the value")
    void unreadable(String claim, String code, String path, String found, String expected) {
        Shown shown = Shell.map("oidc", "{'sub':'1'," + claim + "}");

        assertThat(shown.at(1, "warnings"))
                .isEqualTo("[{'code':'" + code + "','path':'" + path + "','found':'" + found + "','expected':'"
                        + expected + "'}]");
        assertThat(shown.at(1, "root")).isEqualTo("{'name':'1','nickname':'1'}");
        assertThat(shown.at(1, "profileData")).isEqualTo("{'sub':'1'," + claim + "}");
        assertThat(shown.status()).isZero();
    }

    @Test
    @DisplayName("M8: a value over its limit is unreadable, not cut; at the limit it is a value")
    void limits() {
        Shown shown = Shell.map(
                "google", "{'sub':'1','name':'" + "n".repeat(301) + "'} {'sub':'1','name':'" + "n".repeat(300) + "'}");

        assertThat(shown.at(1, "warnings"))
                .isEqualTo("[{'code':'invalid_value','path':'name','found':'string',"
                        + "'expected':'at most 300 characters'}]");
        assertThat(shown.at(1, "root/name")).isEqualTo("'1'");
        assertThat(shown.at(2, "root/name")).hasSize(302);
        assertThat(shown.at(2, "warnings")).isEqualTo("[]");
    }

    @Test
    @DisplayName("M8: NUL and lone surrogates are removed from text, names included, with a warning at their path")
    void removedCharacters() {
        Shown shown = Shell.map("google", "{'sub':'1','na\\u0000me':'A\\u0000na','x':{'y':['\\ud800z']}}");

        assertThat(shown.at(1, "profileData")).isEqualTo("{'sub':'1','name':'Ana','x':{'y':['z']}}");
        assertThat(shown.at(1, "warnings"))
                .contains("'code':'removed_characters','path':'name'", "'code':'removed_characters','path':'x.y")
                .contains("'found':'NUL or lone surrogate','expected':'text without them'");
    }

    @Test
    @DisplayName("M10: no warning about an unreadable claim where another source has a readable one")
    void nextCandidate() {
        Shown shown = Shell.map(
                "oidc",
                "{'id_token':{'sub':'1','email':'bad'},'userinfo':{'sub':'1','email':'a@example.com','email_verified':true}}");

        assertThat(shown.at(1, "warnings")).isEqualTo("[]");
        assertThat(shown.at(1, "root/email")).isEqualTo("'a@example.com'");
        assertThat(shown.at(1, "root/email_verified")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `'name':null`
        `'name':''`
        `'name':'  '`
        """)
    @DisplayName("null and blank text are no reason for a warning")
    void absent(String claim) {
        Shown shown = Shell.map("google", "{'sub':'1'," + claim + "}");

        assertThat(shown.at(1, "warnings")).isEqualTo("[]");
        assertThat(shown.at(1, "derived")).isEqualTo("['name','nickname']");
    }
}
