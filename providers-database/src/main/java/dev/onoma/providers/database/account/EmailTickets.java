package dev.onoma.providers.database.account;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.Origin;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.password.Password;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Verifies and changes addresses, each by a ticket that is sent to the address in question. */
final class EmailTickets {
    private final Parts parts;
    private final PasswordProof proof;
    private final AccountWriting accounts;
    private final Adoption adoption;

    EmailTickets(Parts parts, PasswordProof proof) {
        this.parts = parts;
        this.proof = proof;
        this.accounts = new AccountWriting(parts);
        this.adoption = new Adoption(parts);
    }

    ChangeResult requestVerification(UserId id, Origin origin) {
        Optional<Account> account = accounts.find(id);
        if (account.isEmpty()) {
            return AccountWriting.notFound();
        }
        if (account.get().user().isBlocked()) {
            return AccountWriting.blocked();
        }
        Optional<String> address = account.get().email();
        return address.isEmpty()
                ? ChangeResult.refused(RefusalCode.INVALID_ATTRIBUTE, "the user has no e-mail address")
                : sent(TicketPurpose.VERIFY_EMAIL, account.get(), address.get(), origin);
    }

    ChangeResult verify(String text, Origin origin) {
        return changing(text, TicketPurpose.VERIFY_EMAIL, (account, ticket) -> {
            if (!account.hasEmail(ticket.address())) {
                return AccountWriting.invalidTicket();
            }
            Account owned = adoption.owned(account);
            User after = owned.confirmed(parts.now());
            return accounts.write(owned, after, owned.credential(), EventType.VERIFY_EMAIL, Owner.USER, origin);
        });
    }

    ChangeResult requestChange(UserId id, Password password, String address, Origin origin) {
        Optional<Account> account = accounts.find(id);
        if (account.isEmpty()) {
            return AccountWriting.notFound();
        }
        if (EmailAddress.parse(address, parts.connection().limits()).isEmpty()) {
            return ChangeResult.refused(RefusalCode.INVALID_ATTRIBUTE, "email must be an e-mail address");
        }
        return proof.proven(
                account.get(),
                password,
                origin,
                () -> sent(TicketPurpose.CHANGE_EMAIL, account.get(), address, origin));
    }

    private ChangeResult sent(TicketPurpose purpose, Account account, String address, Origin origin) {
        Instant now = parts.now();
        if (!parts.messages().allows(EmailAddress.of(address).key(), origin.ip(), now)) {
            return ChangeResult.refused(
                    RefusalCode.TOO_MANY_MESSAGES, "too many messages were asked for; later there may be more");
        }
        parts.outbox().later(sender -> sender.send(parts.tickets().issue(purpose, account.key(), address, now)));
        return ChangeResult.Done.of(account.user(), account.user());
    }

    ChangeResult change(String text, Origin origin) {
        try {
            return changing(text, TicketPurpose.CHANGE_EMAIL, (account, ticket) -> changed(account, ticket, origin));
        } catch (LoginNameTakenException taken) {
            return ChangeResult.refused(RefusalCode.LOGIN_NAME_TAKEN, "another user of the connection has the address");
        }
    }

    private ChangeResult changed(Account account, Ticket ticket, Origin origin) {
        if (!isPending(account, ticket)) {
            return AccountWriting.invalidTicket();
        }
        Optional<String> old = account.email();
        Credential renamed = account.credential().named(LoginName.of(EmailAddress.of(ticket.address())));
        User after = account.withEmail(ticket.address(), parts.now());
        ChangeResult result = accounts.write(account, after, renamed, EventType.CHANGE_EMAIL, Owner.USER, origin);
        parts.tickets().revoke(account.key());
        old.ifPresent(address ->
                parts.outbox().later(sender -> sender.send(Message.notice(MessageKind.EMAIL_CHANGED, address))));
        // Last: what the application's listener throws must not keep anything else from being done.
        parts.sessions().endSessions(after.id(), SessionEnd.EMAIL_CHANGED);
        return result;
    }

    /**
     * Not when the password was chosen after the ticket was asked for, or was taken away: a reset, and whoever proved to
     * own the address, end what somebody else has begun.
     */
    private static boolean isPending(Account account, Ticket ticket) {
        return account.credential()
                .password()
                .filter(password -> !password.setAt().isAfter(ticket.issuedAt()))
                .isPresent();
    }

    private ChangeResult changing(String text, TicketPurpose purpose, BiFunction<Account, Ticket, ChangeResult> step) {
        return parts.tickets()
                .take(text, purpose, parts.now())
                .flatMap(ticket -> accounts.changing(ticket.identity(), account -> step.apply(account, ticket)))
                .orElseGet(AccountWriting::invalidTicket);
    }
}
