package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The operation edit")
class RunEditTest {
    private static final String LOGIN = Lines.login("{'sub':'1','name':'Ana','email':'a@example.com'}");

    @Test
    @DisplayName("to the letter: updated, with the user, and who edited owns")
    void letter() {
        Shown shown = Shell.scenario(
                Lines.EDITABLE,
                Lines.login("{'sub':'1','name':'Ana'}"),
                Lines.edit("'by':'user','set':{'name':'Ana L.'},'at':'2026-01-01T09:00:00Z'"));

        assertThat(shown.lines().get(2))
                .isEqualTo(Shell.json("{'outcome':'updated','user':{'user_id':'google-oauth2|1','name':'Ana L.',"
                        + "'nickname':'1','identities':[{'connection':'google-oauth2','provider':'google-oauth2',"
                        + "'user_id':'1','isSocial':true,'profileData':{'sub':'1','name':'Ana'}}],"
                        + "'user_metadata':{},'app_metadata':{},'blocked':false,"
                        + "'created_at':'2026-01-01T08:00:00Z','updated_at':'2026-01-01T09:00:00Z',"
                        + "'last_login':'2026-01-01T08:00:00Z','logins_count':1,"
                        + "'owners':{'name':'user','nickname':'derived'}}}"));
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        'by':'user',; 'user'
        'by':'admin',; 'admin'
        ``; 'admin'
        """)
    @DisplayName("by a user or an administrator, who is meant where nobody is named")
    void by(String by, String owner) {
        Shown shown = Shell.scenario(Lines.EDITABLE, LOGIN, Lines.edit(by + "'set':{'name':'A'}"));

        assertThat(shown.at(3, "user/owners/name")).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'set':{}", "'by':'user'", "'by':'admin','set':{'name':'E'}", "'user_metadata':{'gone':null}"})
    @DisplayName("what changes nothing is unchanged")
    void unchanged(String fields) {
        Shown shown = Shell.scenario(
                Lines.EDITABLE, LOGIN, Lines.edit("'by':'admin','set':{'name':'E'}"), Lines.edit(fields));

        assertThat(shown.at(4, "outcome")).isEqualTo("'unchanged'");
        assertThat(shown.at(4, "user")).isEqualTo(shown.at(3, "user"));
    }

    @Test
    @DisplayName("S7: an edited attribute stays through later logins where its rule lets it")
    void stays() {
        Shown shown = Shell.scenario(
                Lines.google("'sync_attributes':{'name':'until_edited'}"),
                LOGIN,
                Lines.edit("'by':'user','set':{'name':'A. L.'}"),
                Lines.login("{'sub':'1','name':'Ana Lovrić','email':'a@example.com'}"));

        assertThat(shown.decision(4, "name")).isEqualTo("kept A. L. A. L. user S3");
    }

    @Test
    @DisplayName("S7: null removes an attribute, which may be derived again at once")
    void remove() {
        Shown shown = Shell.scenario(
                Lines.EDITABLE, LOGIN, Lines.edit("'set':{'name':null}"), Lines.edit("'set':{'given_name':null}"));

        assertThat(shown.at(3, "user/name")).isEqualTo("'a@example.com'");
        assertThat(shown.at(3, "user/owners/name")).isEqualTo("'derived'");
        assertThat(shown.at(4, "outcome")).isEqualTo("'unchanged'");
    }

    @Test
    @DisplayName(
            "S7: what each login overwrites is not editable, and the message names attribute, connection and option")
    void notEditable() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                LOGIN,
                Lines.edit("'by':'admin','set':{'name':'B'},'user_metadata':{'x':1}"),
                Lines.show());

        assertThat(shown.error(3))
                .isEqualTo("attribute_not_editable: name is overwritten by each login through connection"
                        + " \"google-oauth2\"; its sync rule on_first_login or until_edited would allow the edit");
        assertThat(shown.at(4, "user")).isEqualTo(shown.at(2, "user"));
        assertThat(shown.status()).isEqualTo(1);
    }

    @Test
    @DisplayName("S7: a user's new address counts as unverified; an administrator's flag counts")
    void address() {
        Shown shown = Shell.scenario(
                Lines.google("'sync_attributes':{'email':'on_first_login'}"),
                Lines.login("{'sub':'1','email':'a@example.com','email_verified':true}"),
                Lines.edit("'by':'user','set':{'email':'A@example.com'}"),
                Lines.edit("'by':'user','set':{'email':'b@example.com'}"),
                Lines.edit("'by':'admin','set':{'email_verified':true}"),
                Lines.edit("'by':'user','set':{'email_verified':true}"));

        assertThat(shown.at(3, "user/email_verified")).isEqualTo("true");
        assertThat(shown.at(4, "user/email_verified")).isEqualTo("false");
        assertThat(shown.at(5, "user/email_verified")).isEqualTo("true");
        assertThat(shown.at(5, "user/owners/email")).isEqualTo("'admin'");
        assertThat(shown.at(6, "error/code")).isEqualTo("'attribute_not_editable'");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        'set':{'name':5} ~ name must be a string, but is a number
        'set':{'name':' '} ~ name must not be blank, nor hold NUL or lone surrogates; null removes it
        'set':{'name':'A\\u0000'} ~ name must not be blank, nor hold NUL or lone surrogates; null removes it
        'set':{'picture':'nope'} ~ picture must be an absolute http or https URL of at most 2048 bytes
        'set':{'name':'Ok','picture':'nope'} ~ picture must be an absolute http or https URL of at most 2048 bytes
        'set':{'email_verified':'yes'} ~ email_verified must be a boolean, but is a string
        'set':{'locale':'hr'} ~ there is no root attribute of that name
        'set':{'blocked':true} ~ there is no root attribute of that name
        'set':{'user_id':'x'} ~ there is no root attribute of that name
        'set':null ~ set must be an object, but is null
        'set':{'name':'a','name':'b'} ~ set: the document has a name twice in one object
        """)
    @DisplayName("what cannot be stored is invalid_attribute, and nothing of the edit is applied")
    void invalid(String fields, String message) {
        Shown shown = Shell.scenario(Lines.EDITABLE, LOGIN, Lines.edit("'by':'admin'," + fields), Lines.show());

        assertThat(shown.error(3)).startsWith("invalid_attribute: " + message);
        assertThat(shown.at(4, "user")).isEqualTo(shown.at(2, "user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"google-oauth2|99", "GOOGLE-OAUTH2|1", "nopipe", "", "|", " a|b"})
    @DisplayName("of nobody is user_not_found, also by an id that nobody can have")
    void nobody(String userId) {
        Shown shown = Shell.scenario(
                Lines.EDITABLE, LOGIN, "{'edit':{'user_id':'" + userId + "','by':'admin','set':{'name':'x'}}}");

        assertThat(shown.error(3)).isEqualTo("user_not_found: no user has that id");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        'by':'root'; edit: by must be user or admin
        'by':5; edit: by must be a string, but is a number
        'sets':{}; edit has no field "sets"
        """)
    @DisplayName("one that is written wrongly ends the run")
    void wrongLine(String fields, String problem) {
        Shown shown = Shell.scenario(Lines.EDITABLE, LOGIN, Lines.edit(fields));

        assertThat(shown.err()).isEqualTo("onoma: line 3: " + problem + "\n");
        assertThat(shown.status()).isEqualTo(2);
    }
}
