package dev.onoma.examples.web.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Notice;
import dev.onoma.examples.web.server.WebRequest;
import dev.onoma.examples.web.server.WebResponse;
import dev.onoma.providers.database.account.Accounts;
import dev.onoma.providers.database.account.SignUp;
import dev.onoma.providers.database.password.Password;
import java.util.List;
import java.util.Optional;

/** Signing up. */
final class SignUpForm {
    private final Accounts accounts;
    private final FormPage page;

    SignUpForm(Layout layout, Accounts accounts) {
        this.accounts = accounts;
        this.page = new FormPage(
                layout,
                "Create an account",
                "With a password of your own, kept here.",
                new Html("<p class=\"ways\"><a href=\"/login\">I have an account</a></p>"));
    }

    WebResponse show(WebRequest request) {
        return page.show(form(request), Optional.empty());
    }

    WebResponse submit(WebRequest request) {
        String address = request.field("email").strip();
        String name = request.field("name").strip();
        Optional<Problem> problem = Problem.ofAddress(address);
        if (problem.isPresent()) {
            return page.again(form(request), problem.get());
        }
        SignUp signUp = SignUp.withEmail(address, Password.of(request.field("chosen")));
        Optional<Refusal> refusal = accounts.signUp(
                        name.isEmpty() ? signUp : signUp.set(RootAttribute.NAME, name), request.origin())
                .refusal()
                // Who has an account here is nobody's business: its owner is told by e-mail.
                .filter(known -> known.code() != RefusalCode.LOGIN_NAME_TAKEN);
        return refusal.map(known -> page.again(form(request), Problem.of(known)))
                .orElseGet(() -> WebResponse.home(
                        request.session(),
                        Notice.done("We have written to that address. Open the link in the message to confirm it; you"
                                + " can sign in already.")));
    }

    private static Form form(WebRequest request) {
        List<Field> fields = List.of(
                Field.name(request.field("name")),
                Field.email(request.field("email")),
                Field.chosenPassword("Password"));
        return new Form("/signup", request.session().formToken(), fields, "Create account");
    }
}
