package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The operation login")
class RunLoginTest {
    @Test
    @DisplayName("to the letter: outcome, user_id, user, decisions, link, warnings")
    void letter() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.login(
                        "google-oauth2",
                        "'claims':{'sub':'1','name':'Ana','email':'ana@example.com','email_verified':true},"
                                + "'ip':'203.0.113.7','user_agent':'x','client_id':'c','at':'2026-01-01T08:01:00Z'"));

        assertThat(shown.lines().get(1))
                .isEqualTo(Shell.json("{'outcome':'created','user_id':'google-oauth2|1','user':{"
                        + "'user_id':'google-oauth2|1','name':'Ana','nickname':'ana',"
                        + "'email':'ana@example.com','email_verified':true,"
                        + "'identities':[{'connection':'google-oauth2','provider':'google-oauth2','user_id':'1',"
                        + "'isSocial':true,'profileData':"
                        + "{'sub':'1','name':'Ana','email':'ana@example.com','email_verified':true}}],"
                        + "'user_metadata':{},'app_metadata':{},'blocked':false,"
                        + "'created_at':'2026-01-01T08:01:00Z','updated_at':'2026-01-01T08:01:00Z',"
                        + "'last_login':'2026-01-01T08:01:00Z','last_ip':'203.0.113.7','logins_count':1,"
                        + "'owners':{'name':'google-oauth2','nickname':'derived','email':'google-oauth2'}},"
                        + "'decisions':["
                        + "{'attribute':'name','action':'set','before':null,'after':'Ana','owner':'google-oauth2',"
                        + "'rule':'S2','reason':'on_each_login: the provider sent a value'},"
                        + "{'attribute':'nickname','action':'derived','before':null,'after':'ana','owner':'derived',"
                        + "'rule':'M6','reason':'on_each_login: nobody gave a value, so one is derived'},"
                        + "{'attribute':'email','action':'set','before':null,"
                        + "'after':{'email':'ana@example.com','email_verified':true},'owner':'google-oauth2',"
                        + "'rule':'S5','reason':'on_each_login: the provider sent a value'}],"
                        + "'link':{'decision':'NewUser'},'warnings':[]}"));
        assertThat(shown.status()).isZero();
    }

    @Test
    @DisplayName("S10: the same claims again are unchanged: counters move, updated_at does not")
    void unchanged() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.login(1, "{'sub':'1','name':'Ana','x':{'a':1,'b':2.0}}"),
                Lines.login(2, "{'x':{'b':2,'a':1.0},'name':'Ana','sub':'1'}"));

        assertThat(shown.at(3, "outcome")).isEqualTo("'unchanged'");
        assertThat(shown.at(3, "user/logins_count")).isEqualTo("2");
        assertThat(shown.at(3, "user/last_login")).isEqualTo("'2026-01-01T08:02:00Z'");
        assertThat(shown.at(3, "user/updated_at")).isEqualTo("'2026-01-01T08:01:00Z'");
        assertThat(shown.at(3, "link")).isEqualTo("{'decision':'ExistingIdentity'}");
    }

    @Test
    @DisplayName("a change in the raw claims alone is updated, with every decision kept")
    void rawClaims() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE, Lines.login(1, "{'sub':'1','name':'Ana'}"), Lines.login(2, "{'sub':'1','hd':'x'}"));

        assertThat(shown.at(3, "outcome")).isEqualTo("'updated'");
        assertThat(shown.decision(3, "name")).isEqualTo("kept Ana Ana google-oauth2 S2");
        assertThat(shown.at(3, "user/identities/0/profileData")).isEqualTo("{'sub':'1','hd':'x'}");
        assertThat(shown.at(3, "user/updated_at")).isEqualTo("'2026-01-01T08:02:00Z'");
    }

    @Test
    @DisplayName("one decision for each attribute that is stored or was sent, in the glossary's order, a pair as one")
    void order() {
        Shown shown = Shell.scenario(
                Lines.connection("database", "database", ""),
                Lines.login(
                        "database",
                        "'claims':{'phone_number':'+1','username':'U','email':'a@example.com','nickname':'n',"
                                + "'picture':'https://p.example/x','family_name':'F','given_name':'G','name':'N',"
                                + "'user_id':7}"));

        assertThat(shown.at(2, "user/owners"))
                .isEqualTo("{'name':'database','given_name':'database','family_name':'database',"
                        + "'nickname':'database','picture':'database','email':'database','username':'database',"
                        + "'phone_number':'database'}");
        assertThat(shown.lines().get(1).split("\"attribute\":", -1))
                .extracting(part -> part.substring(0, part.indexOf(',')))
                .endsWith(
                        "\"name\"",
                        "\"given_name\"",
                        "\"family_name\"",
                        "\"nickname\"",
                        "\"picture\"",
                        "\"email\"",
                        "\"username\"",
                        "\"phone_number\"");
        assertThat(shown.decision(2, "phone_number"))
                .isEqualTo("set null {phone_number:+1,phone_verified:false} database S3");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        'claims':{'sub':'1','name':'Bea'}; set Ana Bea google-oauth2 S2
        'claims':{'sub':'1','name':'Ana'}; kept Ana Ana google-oauth2 S2
        'claims':{'sub':'1'}; derived Ana 1 derived M6
        'claims':{'sub':'1','name':null}; kept Ana Ana google-oauth2 S2
        'claims':{'sub':'1','name':5}; kept Ana Ana google-oauth2 M2
        'userinfo':{'sub':'1'}; derived Ana 1 derived M6
        'id_token':{'sub':'1'},'userinfo':{'sub':'1'}; derived Ana 1 derived M6
        'id_token':{'sub':'1'}; kept Ana Ana google-oauth2 S2
        """)
    @DisplayName("S2: claims stand for all that was asked, an id_token alone leaves userinfo unasked")
    void consulted(String sources, String decision) {
        Shown shown = Shell.scenario(
                Lines.google("'clear_on_absent':['name']"),
                Lines.login("{'sub':'1','name':'Ana'}"),
                Lines.login("google-oauth2", sources));

        assertThat(shown.decision(3, "name")).isEqualTo(decision);
    }

    @Test
    @DisplayName("S2: null clears where clear_on_null says so, and a pair whole")
    void clearOnNull() {
        Shown shown = Shell.scenario(
                Lines.google("'clear_on_null':['given_name','email']"),
                Lines.login("{'sub':'1','name':'N','given_name':'G','email':'a@example.com','email_verified':true}"),
                Lines.login("{'sub':'1','name':null,'given_name':null,'email':null}"));

        assertThat(shown.decision(3, "name")).isEqualTo("kept N N google-oauth2 S2");
        assertThat(shown.decision(3, "given_name")).isEqualTo("cleared G null null S2");
        assertThat(shown.decision(3, "email"))
                .isEqualTo("cleared {email:a@example.com,email_verified:true} null null S5");
        assertThat(shown.at(3, "user/email_verified")).isEqualTo("absent");
    }

    @Test
    @DisplayName("M2: an unreadable claim is a warning, and the login goes through")
    void warnings() {
        Shown shown = Shell.scenario(Lines.GOOGLE, Lines.login("{'sub':'1','name':5}"));

        assertThat(shown.at(2, "warnings"))
                .isEqualTo("[{'code':'wrong_type','path':'name','found':'number','expected':'string'}]");
        assertThat(shown.status()).isZero();
    }

    @Test
    @DisplayName("without an ip, last_ip is left out and stays what it was")
    void lastIp() {
        Shown shown = Shell.scenario(
                Lines.GOOGLE,
                Lines.login("{'sub':'1'}"),
                Lines.login("google-oauth2", "'claims':{'sub':'1'},'ip':'203.0.113.7'"),
                Lines.login("{'sub':'1'}"));

        assertThat(shown.at(2, "user/last_ip")).isEqualTo("absent");
        assertThat(shown.at(3, "user/last_ip")).isEqualTo("'203.0.113.7'");
        assertThat(shown.at(4, "user/last_ip")).isEqualTo("'203.0.113.7'");
    }
}
