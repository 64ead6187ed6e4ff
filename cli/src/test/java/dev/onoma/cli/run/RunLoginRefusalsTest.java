package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The refusals of the operation login")
class RunLoginRefusalsTest {
    @Test
    @DisplayName("to the letter: refused, with code and message, and the scenario goes on")
    void letter() {
        Shown shown = Shell.scenario(Lines.GOOGLE, Lines.login("{'sub':''}"), Lines.login("{'sub':'1'}"));

        assertThat(shown.lines().get(1))
                .isEqualTo("{\"outcome\":\"refused\",\"error\":"
                        + "{\"code\":\"missing_subject\",\"message\":\"claim \\\"sub\\\" is blank\"}}");
        assertThat(shown.outcomes()).containsExactly("configured", "refused", "created");
        assertThat(shown.status()).isEqualTo(1);
        assertThat(shown.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'claims':{'sub':'1'}", "'id_token':{'sub':'1'}"})
    @DisplayName("a login through a connection that nobody configured is unknown_connection")
    void unknownConnection(String fields) {
        Shown shown = Shell.scenario(Lines.GOOGLE, Lines.login("oidc", fields));

        assertThat(shown.error(2)).isEqualTo("unknown_connection: no connection of that name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a|b", "user", "GOOGLE-OAUTH2"})
    @DisplayName("a name that no connection can have is unknown_connection too")
    void impossibleConnection(String name) {
        Shown shown = Shell.scenario(Lines.GOOGLE, Lines.login(name, "'claims':{'sub':'1'}"));

        assertThat(shown.error(2)).isEqualTo("unknown_connection: no connection of that name");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        []; invalid_claims: the document must be a JSON object, but is an array
        null; invalid_claims: the document must be a JSON object, but is null
        {'sub':'1','sub':'2'}; invalid_claims: the document has a name twice in one object
        {'sub':'1','n':1e5000}; invalid_claims: the document has a number with too many digits or too large an exponent
        {'name':'x'}; missing_subject: claim "sub" is missing
        {'sub':'1 '}; missing_subject: claim "sub" has white space at an end
        """)
    @DisplayName("claims are judged as they were written, by the library")
    void claims(String claims, String error) {
        Shown shown = Shell.scenario(Lines.GOOGLE, Lines.login(claims));

        assertThat(shown.error(2)).startsWith(error);
    }

    @Test
    @DisplayName("claims that are too deep or too large have their own codes")
    void tooMuch() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.login("{'sub':'1','a':" + "[".repeat(40) + "]".repeat(40) + "}"),
                Lines.login("{'sub':'1','a':'" + "x".repeat(300_000) + "'}"));

        assertThat(shown.error(2)).isEqualTo("claims_too_deep: the document is nested more than 32 levels deep");
        assertThat(shown.error(3)).isEqualTo("claims_too_large: the document is longer than 262144 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "{'error':{'message':'x'}}"})
    @DisplayName("Facebook's error, or false, is provider_error")
    void providerError(String claims) {
        Shown shown = Shell.scenario(Lines.FACEBOOK, Lines.login("facebook", "'claims':" + claims));

        assertThat(shown.error(2)).isEqualTo("provider_error: the document is the provider's error, not a profile");
    }

    @Test
    @DisplayName("M5: two subjects are subject_mismatch")
    void mismatch() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE, Lines.login("google-oauth2", "'id_token':{'sub':'1'},'userinfo':{'sub':'2'}"));

        assertThat(shown.error(2)).isEqualTo("subject_mismatch: claim \"sub\" must be the same in every source");
    }

    @Test
    @DisplayName("S4: under never_on_login a new identity is unknown_user, and a known one logs in")
    void unknownUser() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.login("{'sub':'1','name':'Ana'}"),
                Lines.google("'sync':'never_on_login'"),
                Lines.login("{'sub':'2'}"),
                Lines.login("{'sub':'1','name':'Bea','email':'a@example.com'}"));

        assertThat(shown.error(4))
                .isEqualTo("unknown_user: connection \"google-oauth2\" creates no users: "
                        + "its sync mode is never_on_login");
        assertThat(shown.decision(5, "name")).isEqualTo("kept Ana Ana google-oauth2 S4");
        assertThat(shown.decision(5, "email")).isEqualTo("kept null null null S4");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        {'login':{'connection':'google-oauth2'}}; login needs claims, or else id_token, userinfo or both
        {'login':{'connection':'google-oauth2','claims':{},'id_token':{}}}; login needs claims, or else id_token, userinfo or both
        {'login':{'claims':{'sub':'1'}}}; login needs a field "connection"
        {'login':{'connection':5,'claims':{'sub':'1'}}}; login: connection must be a string, but is a number
        {'login':{'connection':'google-oauth2','claims':{'sub':'1'},'ip':5}}; login: ip must be a string, but is a number
        {'login':{'connection':'google-oauth2','claims':{'sub':'1'},'preview':'yes'}}; login: preview must be a boolean, but is a string
        {'login':{'connection':'google-oauth2','claims':{'sub':'1'},'claim':{}}}; login has no field "claim"
        """)
    @DisplayName("a login that is written wrongly ends the run")
    void wrongLine(String line, String problem) {
        Shown shown = Shell.scenario(Lines.GOOGLE, line, Lines.login("{'sub':'1'}"));

        assertThat(shown.outcomes()).containsExactly("configured");
        assertThat(shown.err()).isEqualTo("onoma: line 2: " + problem + "\n");
        assertThat(shown.status()).isEqualTo(2);
    }
}
