package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The operation connection")
class RunConnectionTest {
    @Test
    @DisplayName("to the letter: configured, with the connection's name")
    void configured() {
        Shown shown = Shell.scenario("{'connection':{'name':'corp','provider':'oidc'}}");

        assertThat(shown).isEqualTo(new Shown(0, Shell.json("{'outcome':'configured','connection':'corp'}\n"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'sync':'on_each_login'",
                "'sync':'on_first_login'",
                "'sync':'never_on_login'",
                "'sync_attributes':{'name':'until_edited','nickname':'when_empty','email':'never_on_login'}",
                "'clear_on_absent':['name','phone_number'],'clear_on_null':['email']",
                "'email_trust':'always'",
                "'email_trust':{'domains':['example.com','example.org']}",
                "'deny':['hd','locale']",
                "'link':'automatic','link_trusted':true",
                "'keep_deleted_out':true",
                "'migrate_user_metadata':{'name':'full_name','picture':'avatar'}"
            })
    @DisplayName("knows every field")
    void fields(String options) {
        Shown shown = Shell.scenario(Lines.google(options));

        assertThat(shown.lines()).containsExactly(Shell.json("{'outcome':'configured','connection':'google-oauth2'}"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        'sync':'often'; sync must be a sync rule such as on_each_login
        'sync':'until_edited'; sync mode must be on_each_login, on_first_login or never_on_login, but is until_edited
        'sync':null; sync must be a string
        'sync_attributes':[]; sync_attributes must be an object
        'sync_attributes':{'name':'sometimes'}; sync_attributes.name must be a sync rule such as on_each_login
        'sync_attributes':{'locale':'on_each_login'}; there is no root attribute of that name
        'sync_attributes':{'email_verified':'on_each_login'}; email_verified has no rule of its own: the pair is configured under the name of its address
        'clear_on_absent':['email']; clear_on_absent cannot name email: absence never clears an address
        'clear_on_null':'email'; clear_on_null must be an array of strings
        'email_trust':'maybe'; email_trust must be from_claim, always, never or {"domains":[…]}
        'email_trust':null; email_trust must be from_claim, always, never or {"domains":[…]}
        'email_trust':{'domains':['example.com'],'x':1}; email_trust must be from_claim, always, never or {"domains":[…]}
        'email_trust':{'domains':[]}; e-mail trust needs domains such as example.com
        'email_trust':{'domains':['no domain']}; e-mail trust needs domains such as example.com
        'email_trust':{'domains':'example.com'}; email_trust.domains must be an array of strings
        'deny':['x',5]; deny must be an array of strings
        'deny':['']; a denied claim must have a name
        'link':'auto'; link must be never, propose or automatic
        'link_trusted':'yes'; link_trusted must be a boolean
        'migrate_user_metadata':{'name':5}; migrate_user_metadata.name must be a string
        'migrate_user_metadata':{'email':'mail'}; user metadata can move to name, given_name, family_name, nickname and picture only, from a field with a name
        'other':1; a connection has no field "other"
        """)
    @DisplayName("a wrong option is invalid_connection, which names it, and the scenario goes on")
    void wrongOption(String options, String message) {
        Shown shown = Shell.scenario(Lines.google(options), Lines.GOOGLE);

        assertThat(shown.error(1)).isEqualTo("invalid_connection: " + message);
        assertThat(shown.outcomes()).containsExactly("refused", "configured");
        assertThat(shown.status()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        'name':'n'; a connection needs the field "provider"
        'provider':'google'; a connection needs the field "name"
        'provider':'myspace','name':'n'; provider must be one of google, google-oauth2, facebook, github, discord, microsoft, apple, linkedin, database, oidc
        'provider':null,'name':'n'; provider must be a string
        'provider':'google','name':5; name must be a string
        'provider':'google','name':'a|b'; connection name must be 1 to 128 characters without | and without white space or control characters
        'provider':'google','name':''; connection name must be 1 to 128 characters without | and without white space or control characters
        'provider':'google','name':'a b'; connection name must be 1 to 128 characters without | and without white space or control characters
        'provider':'google','name':'user'; connection name must not be "user", which names another owner of attributes
        'provider':'google','name':'derived'; connection name must not be "derived", which names another owner of attributes
        """)
    @DisplayName("needs a name and a provider")
    void nameAndProvider(String fields, String message) {
        Shown shown = Shell.scenario("{'connection':{" + fields + "}}");

        assertThat(shown.error(1)).isEqualTo("invalid_connection: " + message);
    }

    @Test
    @DisplayName("the same name again replaces the connection from there on")
    void again() {
        Shown shown = Shell.scenario(
                Lines.google("'sync':'never_on_login'"),
                Lines.login("{'sub':'1'}"),
                Lines.GOOGLE,
                Lines.login("{'sub':'1'}"));

        assertThat(shown.outcomes()).containsExactly("configured", "refused", "configured", "created");
    }

    @Test
    @DisplayName("a refused one leaves the connection of that name as it was")
    void refusedReplacement() {
        Shown shown = Shell.scenario(Lines.GOOGLE, Lines.google("'sync':'often'"), Lines.login("{'sub':'1'}"));

        assertThat(shown.outcomes()).containsExactly("configured", "refused", "created");
    }

    @Test
    @DisplayName("L6: another name than the provider's is part of the user id")
    void userIds() {
        Shown shown = Shell.scenario(
                Lines.connection("corp", "oidc", ""),
                Lines.connection("oidc", "oidc", ""),
                Lines.login("corp", "'claims':{'sub':'9'}"),
                Lines.login("oidc", "'claims':{'sub':'9'}"),
                Lines.login("oidc", "'claims':{'sub':'a|b'}"));

        assertThat(shown.at(3, "user_id")).isEqualTo("'oidc|corp|9'");
        assertThat(shown.at(4, "user_id")).isEqualTo("'oidc|9'");
        assertThat(shown.at(5, "user_id")).isEqualTo("'oidc|oidc|a|b'");
    }
}
