package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Metadata in a scenario")
class RunMetadataTest {
    private static final String LOGIN = Lines.login("{'sub':'1','name':'Ana'}");

    @Test
    @DisplayName("the first level is merged, deeper ones are replaced, null removes")
    void merged() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                LOGIN,
                Lines.edit("'by':'user','user_metadata':{'a':{'b':1,'c':2},'z':1}"),
                Lines.edit("'by':'user','user_metadata':{'a':{'d':1},'z':null,'n':2}"),
                Lines.edit("'app_metadata':{'plan':'full'}"));

        assertThat(shown.at(3, "user/user_metadata")).isEqualTo("{'a':{'b':1,'c':2},'z':1}");
        assertThat(shown.at(4, "user/user_metadata")).isEqualTo("{'a':{'d':1},'n':2}");
        assertThat(shown.at(5, "user/user_metadata")).isEqualTo("{'a':{'d':1},'n':2}");
        assertThat(shown.at(5, "user/app_metadata")).isEqualTo("{'plan':'full'}");
    }

    @Test
    @DisplayName("S8: no login touches them")
    void logins() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                LOGIN,
                Lines.edit("'user_metadata':{'a':1},'app_metadata':{'b':2}"),
                Lines.login("{'sub':'1','user_metadata':{'a':9},'app_metadata':{'b':9}}"));

        assertThat(shown.at(4, "user/user_metadata")).isEqualTo("{'a':1}");
        assertThat(shown.at(4, "user/app_metadata")).isEqualTo("{'b':2}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        'by':'user','app_metadata':{'a':1}; a user cannot write app_metadata
        'by':'user','app_metadata':{}; a user cannot write app_metadata
        'by':'user','set':{'nickname':'x'},'app_metadata':{'a':1}; a user cannot write app_metadata
        'user_metadata':{'a.b':1}; user_metadata must not have a field with . or $ in its name, or without a name
        'user_metadata':{'$a':1}; user_metadata must not have a field with . or $ in its name, or without a name
        'user_metadata':{'n':{'':1}}; user_metadata must not have a field with . or $ in its name, or without a name
        'app_metadata':{'blocked':true}; app_metadata must not have a field named like one of the user's own
        'user_metadata':{'k':'x\\u0000'}; user_metadata must not hold NUL or lone surrogates
        'user_metadata':[]; user_metadata must be an object, but is an array
        'user_metadata':{'a':1,'a':2}; user_metadata: the document has a name twice in one object
        """)
    @DisplayName("what may not be in them is forbidden_metadata, and nothing of the edit is applied")
    void forbidden(String fields, String message) {
        Shown shown = Shell.scenario(Lines.EDITABLE, LOGIN, Lines.edit(fields), Lines.show());

        assertThat(shown.error(3)).startsWith("forbidden_metadata: " + message);
        assertThat(shown.at(4, "user")).isEqualTo(shown.at(2, "user"));
    }

    @Test
    @DisplayName("S8: mapped fields move to root attributes at a login, and what does not qualify stays with a warning")
    void moved() {
        Shown shown = Shell.scenario(
                Lines.google("'sync':'on_first_login','migrate_user_metadata':{'name':'full_name','nickname':'nick'}"),
                LOGIN,
                Lines.edit("'user_metadata':{'full_name':'Ana Lovrić','nick':5,'other':1}"),
                LOGIN);

        assertThat(shown.decision(4, "name")).isEqualTo("set Ana Ana Lovrić user S8");
        assertThat(shown.at(4, "user/user_metadata")).isEqualTo("{'nick':5,'other':1}");
        assertThat(shown.at(4, "warnings"))
                .isEqualTo("[{'code':'not_moved','path':'user_metadata.nick','found':'number',"
                        + "'expected':'a string that is not blank'}]");
    }
}
