package dev.onoma.examples.web.account;

import dev.onoma.core.user.ChangeResult;
import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;
import dev.onoma.examples.web.server.Notice;
import dev.onoma.examples.web.server.Session;
import dev.onoma.examples.web.server.WebRequest;
import dev.onoma.examples.web.server.WebResponse;
import dev.onoma.providers.database.account.Accounts;
import java.util.List;
import java.util.Optional;

/** Confirming an address by a link in an e-mail. It shows a button: software that reads mails opens links, too. */
final class EmailConfirmation {
    private final Accounts accounts;
    private final FormPage page;

    EmailConfirmation(Layout layout, Accounts accounts) {
        this.accounts = accounts;
        this.page = new FormPage(
                layout, "Confirm your address", "One more step, and the address is yours here.", Html.NOTHING);
    }

    WebResponse show(WebRequest request) {
        return page.show(form(request, request.parameter("token")), Optional.empty());
    }

    WebResponse submit(WebRequest request) {
        String token = request.field("token");
        ChangeResult result = accounts.verifyEmail(token, request.origin());
        return result.refusal()
                .map(refusal -> page.again(form(request, token), Problem.of(refusal)))
                .orElseGet(() -> WebResponse.home(request.session(), Notice.done("The address is confirmed.")));
    }

    WebResponse sendAgain(WebRequest request) {
        Session session = request.session();
        return session.user()
                .map(user -> accounts.requestEmailVerification(user, request.origin()))
                .map(result -> WebResponse.home(
                        session,
                        result.refusal()
                                .map(refusal ->
                                        Notice.problem(Problem.of(refusal).sentence()))
                                .orElse(Notice.done("We have written to you once more."))))
                .orElseGet(() -> WebResponse.goTo("/login"));
    }

    private static Form form(WebRequest request, String token) {
        return new Form("/confirm", request.session().formToken(), token, List.of(), "Confirm the address");
    }
}
