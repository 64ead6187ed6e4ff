package dev.onoma.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("onoma map prints one normalized profile a line")
class MapCommandTest {
    @Test
    @DisplayName("to the letter: connection, provider, subject, root, derived, profileData, warnings")
    void google() {
        Shown shown = Shell.map("google", """
                {'iss': 'https://accounts.google.com', 'sub': '103547991597142817347',
                 'name': 'Ana Lovrić', 'given_name': 'Ana', 'family_name': 'Lovrić',
                 'picture': 'https://pictures.example/ana',
                 'email': 'ana.lovric@example.com', 'email_verified': 1}
                """);

        assertThat(shown.out())
                .isEqualTo(Shell.json(
                        "{'connection':'google-oauth2','provider':'google-oauth2','subject':'103547991597142817347',"
                                + "'root':{'name':'Ana Lovrić','given_name':'Ana','family_name':'Lovrić',"
                                + "'nickname':'ana.lovric','picture':'https://pictures.example/ana',"
                                + "'email':'ana.lovric@example.com','email_verified':false},"
                                + "'derived':['nickname'],"
                                + "'profileData':{'sub':'103547991597142817347','name':'Ana Lovrić','given_name':'Ana',"
                                + "'family_name':'Lovrić','picture':'https://pictures.example/ana',"
                                + "'email':'ana.lovric@example.com','email_verified':1},"
                                + "'warnings':[{'code':'wrong_type','path':'email_verified',"
                                + "'found':'number','expected':'boolean'}]}\n"));
        assertThat(shown.err()).isEmpty();
        assertThat(shown.status()).isZero();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "google, google-oauth2, sub",
        "google-oauth2, google-oauth2, sub",
        "facebook, facebook, id",
        "database, database, user_id",
        "oidc, oidc, sub"
    })
    @DisplayName("the connection bears the provider's name as in user ids, unless told otherwise")
    void names(String written, String name, String subject) {
        Shown shown = Shell.map(written, "{'" + subject + "':'7'}");

        assertThat(shown.lines())
                .containsExactly(Shell.json("{'connection':'" + name + "','provider':'" + name
                        + "','subject':'7','root':{'name':'7','nickname':'7'},'derived':['name','nickname'],"
                        + "'profileData':{'" + subject + "':'7'},'warnings':[]}"));
    }

    @Test
    @DisplayName(
            "a Graph API response: the picture inside its data, no trust in an e-mail that Facebook never vouches for")
    void facebook() {
        Shown shown = Shell.map("facebook", """
                {'id':'10','name':'Ana L','first_name':'Ana','last_name':'L','email':'a@example.com','verified':true,
                 'picture':{'data':{'url':'https://pictures.example/x','is_silhouette':false}}}
                """);

        assertThat(shown.at(1, "root"))
                .isEqualTo("{'name':'Ana L','given_name':'Ana','family_name':'L','nickname':'a',"
                        + "'picture':'https://pictures.example/x','email':'a@example.com','email_verified':false}");
    }

    @Test
    @DisplayName("a database record uses our own names, and its username in lower case")
    void database() {
        Shown shown = Shell.map(
                "database", "{'user_id':7,'username':'AnaL','name':'Ana','phone_number':'+1','phone_verified':'true'}");

        assertThat(shown.at(1, "subject")).isEqualTo("'7'");
        assertThat(shown.at(1, "root"))
                .isEqualTo("{'name':'Ana','nickname':'anal','username':'anal',"
                        + "'phone_number':'+1','phone_verified':true}");
    }

    @Test
    @DisplayName("M9: of a database record only mapped columns, and never a password, hash, secret or token")
    void onlyMappedColumns() {
        Shown shown = Shell.map(
                "database",
                "{'user_id':'7','name':'Ana','locale':'hr','password':'x','password_hash':'x','api_token':'x',"
                        + "'client_secret':'x','pass\\u0000word':'x'}");

        assertThat(shown.at(1, "profileData")).isEqualTo("{'user_id':'7','name':'Ana'}");
    }

    @Test
    @DisplayName("M9: protocol claims are no profile data")
    void protocolClaims() {
        Shown shown = Shell.map(
                "oidc",
                "{'sub':'1','iss':'i','iat':1,'exp':1,'nbf':1,'auth_time':1,'nonce':'n','at_hash':'h','c_hash':'h',"
                        + "'jti':'j','sid':'s','aud':'a','azp':'z','locale':'hr'}");

        assertThat(shown.at(1, "profileData")).isEqualTo("{'sub':'1','locale':'hr'}");
    }

    @Test
    @DisplayName("M7: claims named like our own fields are raw data, and nothing else")
    void ourFields() {
        String claims = "{'sub':'1','user_id':'x','identities':[],'app_metadata':{'a':1},'blocked':true,"
                + "'__proto__':{'a':1},'roles':['admin']}";

        Shown shown = Shell.map("google", claims);

        assertThat(shown.at(1, "profileData")).isEqualTo(claims);
        assertThat(shown.at(1, "root")).isEqualTo("{'name':'1','nickname':'1'}");
    }

    @Test
    @DisplayName("M1: numbers keep every digit, in a subject and in raw claims")
    void digits() {
        Shown shown = Shell.map("facebook", "{'id':123456789012345678901234567890,'n':1.5E+3,'k':-0.0,'z':1.10}");

        assertThat(shown.at(1, "subject")).isEqualTo("'123456789012345678901234567890'");
        assertThat(shown.at(1, "profileData"))
                .isEqualTo("{'id':123456789012345678901234567890,'n':1.5E+3,'k':-0.0,'z':1.10}");
    }

    @Test
    @DisplayName("text is UTF-8, beyond the basic plane too; control characters stay escaped, so that a line is a line")
    void text() {
        Shown shown = Shell.map("google", "{'sub':'1','name':'Ž\\ud83d\\ude00','x':'\\u001b[31m\\n'}");

        assertThat(shown.lines()).hasSize(1);
        assertThat(shown.out()).contains("\"name\":\"Ž😀\"", "\"x\":\"\\u001B[31m\\n\"");
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(quoteCharacter = '`', textBlock = """
        `{'sub':'1','email':'a@example.com'}`                            | false
        `{'sub':'1','email':'a@example.com','email_verified':null}`      | false
        `{'sub':'1','email':'a@example.com','email_verified':true}`      | true
        `{'sub':'1','email':'a@example.com','email_verified':'TRUE'}`    | true
        `{'sub':'1','email':'a@example.com','email_verified':'1'}`       | false
        `{'id':'1','email':'a@example.com','verified_email':true}`       | true
        `{'sub':'1','email_verified':true}`                              | absent
        `{'sub':'1','email':5,'email_verified':true}`                    | absent
        """, delimiter = '|')
    @DisplayName("M4: email_verified is printed whenever there is an email, and never without one")
    void emailVerified(String claims, String flag) {
        Shown shown = Shell.map("google", claims);

        assertThat(shown.at(1, "root/email_verified")).isEqualTo(flag);
        assertThat(shown.at(1, "root/email").equals("absent")).isEqualTo(flag.equals("absent"));
    }
}
