package dev.onoma.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("onoma map --explain")
class MapExplainTest {
    private static final String SOURCES = "{'id_token':{'sub':'1','name':5,'email':'a@example.com'},"
            + "'userinfo':{'sub':'1','name':'Ana','email':'b@example.com','email_verified':true}}";

    @Test
    @DisplayName("adds to the profile an element for each root attribute")
    void json() {
        Shown shown = Shell.onoma("map", "--provider", "oidc", "--explain").in(SOURCES);

        assertThat(shown.status()).isZero();
        assertThat(shown.lines()).hasSize(1);
        assertThat(shown.at(1, "root/name")).isEqualTo("'Ana'");
        assertThat(shown.at(1, "explanation"))
                .startsWith("[{'attribute':'name','state':'value','source':'userinfo_response','path':'name',"
                        + "'tried':[{'source':'verified_id_token','path':'name','finding':'wrong_type',"
                        + "'found':'number','expected':'string'}]},{'attribute':'given_name','state':'absent',")
                .contains("{'attribute':'nickname','state':'absent','derived_from':['email'],")
                .contains("{'attribute':'email','state':'value','source':'verified_id_token','path':'email',"
                        + "'tried':[],'flag':{'said':'unsaid','verified':false,'email_trust':'from_claim',"
                        + "'tried':[{'source':'verified_id_token','path':'email_verified','finding':'absent'}]}}")
                .contains("{'attribute':'username','state':'not_mapped','tried':[]}");
    }

    @Test
    @DisplayName("with --pretty is a table of values, where they are from, and what was tried in vain")
    void pretty() {
        Shown shown = Shell.onoma("map", "--provider", "oidc", "--explain", "--pretty", "--email-trust", "never")
                .in("{'sub':'1','name':5,'email':'ana@example.com','email_verified':true}");

        assertThat(shown.out()).isEqualTo("""
                oidc 1
                  attribute       value            from                                 why
                  name            ana@example.com  unreadable, derived from email       name of userinfo_response: found number, expected string
                  given_name                       absent                               given_name of userinfo_response: absent
                  family_name                      absent                               family_name of userinfo_response: absent
                  nickname        ana              absent, derived from email           nickname of userinfo_response: absent
                  picture                          absent                               picture of userinfo_response: absent
                  email           ana@example.com  email of userinfo_response
                  email_verified  false            email_verified of userinfo_response  said true, kept back by the e-mail trust never
                  username                         not mapped
                  phone_number                     absent                               phone_number of userinfo_response: absent
                  warning: wrong_type at name: found number, expected string
                """);
    }

    @Test
    @DisplayName("says that a denied claim was kept back")
    void denied() {
        Shown shown = Shell.onoma("map", "--provider", "google", "--explain", "--deny", "name")
                .in("{'sub':'1','name':'Ana'}");

        assertThat(shown.at(1, "explanation"))
                .contains("{'attribute':'name','state':'not_consulted','derived_from':['subject'],'tried':"
                        + "[{'source':'userinfo_response','path':'name','finding':'denied'}");
    }

    @Test
    @DisplayName("leaves a refused document as it is")
    void refused() {
        Shown shown = Shell.onoma("map", "--provider", "google", "--explain").in("{'name':'Ana'}");

        assertThat(shown)
                .isEqualTo(new Shown(
                        1,
                        Shell.json("{'error':{'code':'missing_subject','message':'claim \\'sub\\' is missing'}}\n"),
                        ""));
    }
}
