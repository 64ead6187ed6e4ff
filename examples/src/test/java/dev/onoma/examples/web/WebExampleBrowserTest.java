package dev.onoma.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The web example in a browser")
class WebExampleBrowserTest {
    private static Browser browser;

    private WebExample example;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        browser.reset();
        example = WebExample.start(Map.of("ONOMA_PORT", "0"));
        browser.go(example.base());
    }

    @AfterEach
    void close() {
        example.close();
    }

    @Test
    @DisplayName("signs in with Google, and shows who it is, what the login did and why, the identity and the JSON")
    void google() throws Exception {
        browser.screenshot("1-welcome");
        browser.press("Sign in with Google");
        browser.screenshot("2-simulated-google");
        browser.press("Ada Lovelace");
        browser.screenshot("3-first-login");

        assertThat(browser.address()).isEqualTo(example.base() + "/");
        assertThat(browser.text(".person"))
                .contains("Ada Lovelace", "ada@example.com verified", "google-oauth2|103547991597142817347");
        assertThat(browser.text(".report")).contains("A user was created.", "The provider sent a value.");
        assertThat(browser.texts(".profile .owner")).contains("from Google", "derived from the rest");
        assertThat(browser.text(".identities")).contains("Google", "primary", "103547991597142817347");
        assertThat(browser.texts("details summary")).contains("The user, as it is stored", "What Google said");
        assertThat(browser.picturesLoaded()).isTrue();
        assertThat(browser.complaints()).isEmpty();

        browser.unfold();
        assertThat(browser.text())
                .contains("\"user_id\": \"google-oauth2|103547991597142817347\"", "\"locale\": \"en\"");
        browser.screenshot("3b-json");
    }

    @Test
    @DisplayName("shows at the next login what another sync policy makes of the same change elsewhere")
    void policies() throws Exception {
        signInAsAda();

        renameAtGoogle("Ada King");
        browser.press("Sign in again with Google");
        browser.press("Ada");
        assertThat(browser.text("h1")).isEqualTo("Ada King");
        assertThat(browser.text(".report .decisions")).contains("Ada Lovelace→Ada King", "on_each_login");
        browser.screenshot("4-on-each-login");

        browser.choose("[value=until_edited]");
        browser.press("Use this policy");
        browser.fill("Your name here", "Countess of Lovelace");
        browser.save("Your name here");
        renameAtGoogle("Augusta Ada King");
        browser.press("Sign in again with Google");
        browser.press("Ada");
        assertThat(browser.text("h1")).isEqualTo("Countess of Lovelace");
        assertThat(browser.text(".report"))
                .contains("The profile stayed as it was", "Name", "kept", "It was edited.", "until_edited");
        browser.screenshot("5-until-edited");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @DisplayName("refuses the edit of a name that the next login would overwrite, and says what would allow it")
    void notEditable() {
        signInAsAda();

        browser.fill("Your name here", "Countess of Lovelace");
        browser.save("Your name here");

        assertThat(browser.text(".notice")).startsWith("Under this policy a login decides your name.");
        assertThat(browser.text("h1")).isEqualTo("Ada Lovelace");
    }

    @Test
    @DisplayName("links a Facebook account, which leads to the same user from then on")
    void linking() throws Exception {
        signInAsAda();
        browser.press("Link an account at Facebook");
        browser.press("Alan Turing");

        assertThat(browser.text(".notice")).isEqualTo("The account is linked. From now on it leads here, too.");
        assertThat(browser.texts(".identities strong")).containsExactly("Google", "Facebook");
        browser.screenshot("6-linked");

        browser.press("Sign out");
        browser.press("Sign in with Facebook");
        browser.press("Alan Turing");
        assertThat(browser.text("h1")).isEqualTo("Ada Lovelace");
        assertThat(browser.text(".report"))
                .contains("You signed in with Facebook", "Only a login through the primary identity writes");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @DisplayName("says so when the person turns back at the provider, and signs nobody in")
    void cancelled() throws Exception {
        browser.press("Sign in with Facebook");
        browser.press("Cancel");

        assertThat(browser.text(".notice")).isEqualTo("You turned back at the provider, so nobody was signed in.");
        assertThat(browser.shows(".person")).isFalse();
        browser.screenshot("7-turned-back");
    }

    @Test
    @DisplayName("refuses whoever is not known yet when no login may write")
    void neverOnLogin() {
        signInAsAda();
        browser.choose("[value=never_on_login]");
        browser.press("Use this policy");
        browser.press("Sign out");

        browser.press("Sign in with Google");
        browser.press("Grace Hopper");

        assertThat(browser.text(".notice")).startsWith("That account may not sign in here.");
        assertThat(browser.shows(".person")).isFalse();
    }

    @Test
    @DisplayName("fits a telephone, and the dark")
    void narrowAndDark() throws Exception {
        browser.width(390, 844);
        assertThat(browser.overflow()).isZero();
        browser.screenshot("8-welcome-narrow");

        signInAsAda();
        renameAtGoogle("Ada Augusta King-Noel, Countess of Lovelace");
        browser.press("Sign in again with Google");
        browser.screenshot("9-simulated-google-narrow");
        browser.press("Ada");
        assertThat(browser.overflow()).isZero();
        assertThat(browser.stickingOut()).isZero();
        browser.screenshot("10-profile-narrow");

        browser.dark(true);
        browser.screenshot("11-profile-narrow-dark");
        browser.width(1100, 900);
        browser.screenshot("12-profile-dark");
    }

    private void signInAsAda() {
        browser.press("Sign in with Google");
        browser.press("Ada Lovelace");
    }

    private void renameAtGoogle(String name) {
        browser.fill("Your name at the simulated Google", name);
        browser.save("Your name at the simulated Google");
    }
}
