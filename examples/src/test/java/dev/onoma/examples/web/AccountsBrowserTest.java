package dev.onoma.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The web example's own accounts in a browser")
class AccountsBrowserTest {
    private static final String ADDRESS = "mary@example.com";
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern CODE = Pattern.compile("(?m)^[0-9]{6}$");

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
    @DisplayName("signs somebody up, confirms the address by the link in the mail, and signs in with the password")
    void signUp() throws Exception {
        browser.pressExactly("Create an account");
        browser.screenshot("20-sign-up");
        fillSignUp("Mary Somerville", ADDRESS, PASSWORD);
        browser.pressExactly("Create account");
        assertThat(browser.text(".notice")).startsWith("We have written to that address.");
        browser.screenshot("21-signed-up");

        openMail(1);
        assertThat(browser.text(".warning")).contains("For development alone.", "Nothing is sent");
        assertThat(browser.text(".message")).contains("Confirm your e-mail address", "To " + ADDRESS + " · not sent");
        browser.screenshot("22-mailbox");
        browser.press("/confirm?token=");
        browser.screenshot("23-confirm");
        browser.pressExactly("Confirm the address");
        assertThat(browser.text(".notice")).isEqualTo("The address is confirmed.");

        signIn(PASSWORD);
        assertThat(browser.text(".person")).contains("Mary Somerville", ADDRESS + " verified");
        assertThat(browser.text(".report")).contains("You signed in with your account here, as a user who is known");
        assertThat(browser.texts(".identities strong")).containsExactly("Your account here");
        browser.screenshot("24-signed-in");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @DisplayName("says what is wrong with a signup next to each field, and keeps what was typed but the password")
    void signUpMended() throws Exception {
        browser.go(example.base() + "/signup");

        fillSignUp("Mary", "mary", PASSWORD);
        browser.pressExactly("Create account");
        assertThat(browser.text("#email-note")).isEqualTo("Write an e-mail address, such as ada@example.com.");
        assertThat(browser.attribute("E-mail address", "value")).isEqualTo("mary");
        assertThat(browser.attribute("E-mail address", "aria-describedby")).isEqualTo("email-note");
        assertThat(browser.attribute("Password", "value")).isEmpty();
        browser.screenshot("25-sign-up-mended");

        fillSignUp("Mary", ADDRESS, ADDRESS);
        browser.pressExactly("Create account");
        assertThat(browser.text("#chosen-note")).startsWith("Take eight characters or more");
    }

    @Test
    @DisplayName("answers a signup with somebody's address like any other, and tells its owner by mail")
    void signUpTwice() {
        signUpAs(ADDRESS);
        String first = browser.text();

        signUpAs(ADDRESS);

        assertThat(browser.text()).isEqualTo(first);
        openMail(2);
        assertThat(browser.texts(".message h2").get(0)).startsWith("You already have an account");
    }

    @Test
    @DisplayName("says the same of a wrong password as of an address that nobody has")
    void wrongPassword() throws Exception {
        signUpAs(ADDRESS);

        signIn("not the password");
        String wrong = browser.text();
        browser.screenshot("26-wrong-password");
        browser.go(example.base());
        fillSignIn("nobody@example.com", PASSWORD);
        browser.pressExactly("Sign in");

        assertThat(wrong).contains("That address and password do not fit together");
        assertThat(browser.text()).isEqualTo(wrong);
        assertThat(browser.shows(".person")).isFalse();
    }

    @Test
    @DisplayName("resets a forgotten password by the link in the mail, which is good once")
    void reset() throws Exception {
        signUpAs(ADDRESS);
        browser.pressExactly("Forgotten the password?");
        browser.fill("E-mail address", ADDRESS);
        browser.screenshot("27-forgotten");
        browser.pressExactly("Send the link");
        assertThat(browser.text(".notice")).startsWith("If there is an account with that address");

        openMail(2);
        browser.press("/password/new?token=");
        String link = browser.address();
        browser.fill("New password", "short");
        browser.pressExactly("Set password");
        assertThat(browser.text("#chosen-note")).startsWith("Take eight characters or more");
        browser.screenshot("28-new-password");
        browser.fill("New password", "another horse battery");
        browser.pressExactly("Set password");
        assertThat(browser.text(".notice")).startsWith("The new password is set.");

        signIn(PASSWORD);
        assertThat(browser.text()).contains("do not fit together");
        browser.go(example.base());
        signIn("another horse battery");
        assertThat(browser.text(".person")).contains(ADDRESS + " verified");
        browser.go(link);
        browser.fill("New password", "a third horse battery");
        browser.pressExactly("Set password");
        assertThat(browser.text(".wrong")).startsWith("That link was used");
    }

    @Test
    @DisplayName("asks for a reset of nobody's account with the same answer, and sends nothing")
    void resetOfNobody() {
        signUpAs(ADDRESS);
        askForReset(ADDRESS);
        String known = browser.text();

        askForReset("nobody@example.com");

        assertThat(browser.text()).isEqualTo(known);
        openMail(2);
        assertThat(browser.text()).doesNotContain("nobody@example.com");
    }

    @Test
    @DisplayName("signs in with the code in the mail; a wrong one is told from no other that is refused")
    void code() throws Exception {
        browser.pressExactly("Sign in with a code");
        browser.fill("E-mail address", ADDRESS);
        browser.screenshot("29-ask-for-code");
        browser.pressExactly("Send the code");
        openMail(1);
        String code = codeInMail();
        browser.screenshot("30-mailbox-code");

        browser.pressExactly("Type the code");
        browser.fill("Code", code.equals("000000") ? "111111" : "000000");
        browser.pressExactly("Sign in");
        assertThat(browser.text("#code-note")).startsWith("That is wrong, used, too old");
        browser.screenshot("31-wrong-code");
        browser.fill("Code", code);
        browser.pressExactly("Sign in");

        assertThat(browser.text(".person")).contains(ADDRESS + " verified");
        assertThat(browser.text(".report")).contains("You signed in with a code by e-mail for the first time.");
        browser.screenshot("32-signed-in-with-code");
    }

    @Test
    @DisplayName("signs in with the link beside the code, once its button is pressed")
    void link() throws Exception {
        askForCode(ADDRESS);
        openMail(1);

        browser.press("/code/link?token=");
        String link = browser.address();
        browser.screenshot("33-link");
        assertThat(browser.shows(".person")).isFalse();
        browser.pressExactly("Sign in");

        assertThat(browser.text(".person")).contains(ADDRESS + " verified");
        browser.pressExactly("Sign out");
        browser.go(link);
        browser.pressExactly("Sign in");
        assertThat(browser.text(".wrong")).startsWith("That is wrong, used, too old");
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("Content Security"));
    }

    @Test
    @DisplayName("leads to the same user with a code as with the password that was chosen by a link to that address")
    void sameUser() throws Exception {
        signUpAs(ADDRESS);
        askForReset(ADDRESS);
        openMail(2);
        browser.press("/password/new?token=");
        browser.fill("New password", "another horse battery");
        browser.pressExactly("Set password");

        signInWithCode(4);

        assertThat(browser.texts(".identities strong")).containsExactly("Your account here", "A code by e-mail");
        browser.screenshot("34-two-ways");
    }

    @Test
    @DisplayName("says why a code leads to another user than a password that is older than the address's confirmation")
    void olderPassword() {
        signUpAs(ADDRESS);
        openMail(1);
        browser.press("/confirm?token=");
        browser.pressExactly("Confirm the address");

        signInWithCode(2);

        assertThat(browser.texts(".identities strong")).containsExactly("A code by e-mail");
        assertThat(browser.text(".report"))
                .contains("the user's password is older than the verification of its address")
                .doesNotContain("lost password");
    }

    @Test
    @DisplayName("gives whoever proves an address by a code nothing that a stranger prepared under it")
    void unconfirmed() {
        signUpAs(ADDRESS);
        signInWithCode(2);
        assertThat(browser.texts(".identities strong")).containsExactly("A code by e-mail");
        assertThat(browser.text(".report"))
                .contains("the user's address is not verified", "lost password and sessions");

        browser.pressExactly("Sign out");
        signIn(PASSWORD);

        assertThat(browser.text()).contains("do not fit together");
    }

    @Test
    @DisplayName("signs other browsers out when the password is changed, and keeps the one that changed it")
    void passwordChanged() throws Exception {
        signUpAs(ADDRESS);
        signIn(PASSWORD);
        try (Browser other = Browser.open()) {
            other.go(example.base());
            other.fill("E-mail address", ADDRESS);
            other.fill("Password", PASSWORD);
            other.pressExactly("Sign in");
            assertThat(other.shows(".person")).isTrue();

            browser.pressExactly("Change the password");
            browser.fill("Current password", "not the password");
            browser.fill("New password", "another horse battery");
            browser.pressExactly("Change password");
            assertThat(browser.text("#password-note")).startsWith("That is not your password");
            browser.screenshot("35-change-password");
            other.go(example.base());
            assertThat(other.shows(".person")).isTrue();

            browser.fill("Current password", PASSWORD);
            browser.fill("New password", "another horse battery");
            browser.pressExactly("Change password");

            assertThat(browser.text(".notice")).startsWith("The password is changed.");
            assertThat(browser.shows(".person")).isTrue();
            other.go(example.base());
            assertThat(other.shows(".person")).isFalse();
        }
    }

    @Test
    @DisplayName("sends the mail to confirm an address once more, and lets people name themselves")
    void profile() throws Exception {
        signUpAs(ADDRESS);
        signIn(PASSWORD);
        assertThat(browser.text(".person")).contains(ADDRESS + " not verified");
        browser.screenshot("36-not-confirmed");

        browser.pressExactly("Send the message again");
        assertThat(browser.text(".notice")).isEqualTo("We have written to you once more.");
        browser.fill("Your name here", "Mary Somerville");
        browser.save("Your name here");

        assertThat(browser.text("h1")).isEqualTo("Mary Somerville");
        openMail(2);
    }

    @Test
    @DisplayName("fits a telephone, and the dark")
    void narrowAndDark() throws Exception {
        browser.width(390, 844);
        browser.go(example.base());
        assertThat(browser.overflow()).isZero();
        browser.screenshot("37-welcome-narrow");
        browser.go(example.base() + "/signup");
        fillSignUp("Mary", "mary", "x");
        browser.pressExactly("Create account");
        assertThat(browser.overflow()).isZero();
        browser.dark(true);
        browser.screenshot("38-sign-up-narrow-dark");
        signUpAs("mary.fairfax.greig.somerville.of.jedburgh@a-rather-long-domain.example.com");
        openMail(1);
        assertThat(browser.overflow()).isZero();
        assertThat(browser.stickingOut()).isZero();
        browser.screenshot("39-mailbox-narrow-dark");
    }

    private void signUpAs(String address) {
        browser.go(example.base() + "/signup");
        fillSignUp("", address, PASSWORD);
        browser.pressExactly("Create account");
    }

    private void fillSignUp(String name, String address, String password) {
        browser.fill("Name", name);
        browser.fill("E-mail address", address);
        browser.fill("Password", password);
    }

    private void signIn(String password) {
        fillSignIn(ADDRESS, password);
        browser.pressExactly("Sign in");
    }

    private void fillSignIn(String address, String password) {
        browser.fill("E-mail address", address);
        browser.fill("Password", password);
    }

    private void askForReset(String address) {
        browser.go(example.base() + "/password/forgotten");
        browser.fill("E-mail address", address);
        browser.pressExactly("Send the link");
    }

    private void askForCode(String address) {
        browser.go(example.base() + "/code");
        browser.fill("E-mail address", address);
        browser.pressExactly("Send the code");
    }

    /** Signs in with the code that is the latest of so many messages. */
    private void signInWithCode(int messages) {
        askForCode(ADDRESS);
        openMail(messages);
        String code = codeInMail();
        browser.pressExactly("Type the code");
        browser.fill("Code", code);
        browser.pressExactly("Sign in");
    }

    /** Opens the mailbox when so many messages have come; the newest is the first. */
    private void openMail(int messages) {
        browser.goUntil(example.base() + "/mailbox", ".message:nth-of-type(" + messages + ")");
    }

    private static String codeInMail() {
        Matcher code = CODE.matcher(browser.text(".letter"));
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
