package dev.onoma.providers.database.account;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.Origin;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.password.Password;
import java.util.Optional;
import java.util.function.Function;

/** Gives users new passwords. Whatever the way, tickets on their way are void afterwards and sessions end. */
final class PasswordChanges {
    private final Parts parts;
    private final PasswordWork passwords;
    private final PasswordProof proof;
    private final AccountWriting accounts;
    private final Adoption adoption;
    private final Optional<CustomNames> custom;

    PasswordChanges(Parts parts, PasswordWork passwords, PasswordProof proof, Optional<CustomNames> custom) {
        this.custom = custom;
        this.parts = parts;
        this.passwords = passwords;
        this.proof = proof;
        this.accounts = new AccountWriting(parts);
        this.adoption = new Adoption(parts);
    }

    /** By the user, who knows the old one. */
    ChangeResult change(UserId id, Password old, Password chosen, Origin origin) {
        Optional<Account> account = accounts.find(id);
        if (account.isEmpty()) {
            return AccountWriting.notFound();
        }
        Account proven = account.get();
        return proof.proven(
                proven,
                old,
                origin,
                () -> passwords.choosing(
                        chosen,
                        proven.user().root(),
                        hash -> written(proven.key(), now -> changed(now, proven, hash, origin))));
    }

    /** The old password is good for the change as long as it is the password: it may have been reset meanwhile. */
    private ChangeResult changed(Account now, Account proven, String hash, Origin origin) {
        return now.credential().password().equals(proven.credential().password())
                ? write(now, now.user(), hash, Owner.USER, origin)
                : ChangeResult.refused(RefusalCode.WRONG_PASSWORD, "the password was changed meanwhile");
    }

    /** By an administrator. */
    ChangeResult set(UserId id, Password chosen) {
        return accounts.find(id)
                .map(account -> passwords.choosing(
                        chosen,
                        account.user().root(),
                        hash -> written(account.key(), now -> write(now, now.user(), hash, Owner.ADMIN, Origin.NONE))))
                .orElseGet(AccountWriting::notFound);
    }

    /** Sends a ticket, if there is such a user; nobody is told whether. */
    boolean request(String typed, Origin origin) {
        Optional<LoginName> name = LoginName.typed(typed, parts.connection().limits());
        Optional<String> address =
                name.filter(known -> known.kind() == LoginName.Kind.EMAIL).map(LoginName::key);
        String counted = address.orElseGet(() -> AttemptName.ofNobody(typed, name));
        if (!parts.messages().allows(counted, origin.ip(), parts.now())) {
            return false;
        }
        name.ifPresent(known -> parts.outbox()
                .later(sender -> account(known)
                        .or(() -> custom.flatMap(names -> names.account(typed, origin)))
                        .filter(account -> !account.user().isBlocked())
                        .filter(account -> address.isPresent() || mayReceive(account))
                        .flatMap(this::resetTicket)
                        .ifPresent(sender::send)));
        return true;
    }

    private Optional<Account> account(LoginName name) {
        return parts.store()
                .credentials()
                .find(parts.connection().name(), name)
                .flatMap(credential -> accounts.find(credential.identity()));
    }

    /** Who was asked for by a user name has the same number of messages as under the address. */
    private boolean mayReceive(Account account) {
        return account.email()
                .filter(address ->
                        parts.messages().allows(EmailAddress.of(address).key(), Optional.empty(), parts.now()))
                .isPresent();
    }

    private Optional<Message> resetTicket(Account account) {
        return account.email()
                .map(address ->
                        parts.tickets().issue(TicketPurpose.RESET_PASSWORD, account.key(), address, parts.now()));
    }

    /**
     * By whoever reads what is sent to the address. A password that may not be chosen leaves the ticket as it is; who
     * confirms an address that nobody had confirmed gets the account alone.
     */
    ChangeResult reset(String text, Password chosen, Origin origin) {
        Optional<Account> account = parts.tickets()
                .read(text, TicketPurpose.RESET_PASSWORD, parts.now())
                .flatMap(ticket -> accounts.find(ticket.identity()));
        if (account.isEmpty()) {
            return AccountWriting.invalidTicket();
        }
        return passwords.choosing(
                chosen,
                account.get().user().root(),
                hash -> parts.tickets()
                        .take(text, TicketPurpose.RESET_PASSWORD, parts.now())
                        .map(ticket -> reset(ticket, hash, origin))
                        .orElseGet(AccountWriting::invalidTicket));
    }

    private ChangeResult reset(Ticket ticket, String hash, Origin origin) {
        return written(ticket.identity(), now -> {
            if (!now.hasEmail(ticket.address())) {
                return AccountWriting.invalidTicket();
            }
            Account owned = adoption.owned(now);
            ChangeResult result = write(owned, owned.confirmed(parts.now()), hash, Owner.USER, origin);
            parts.attempts().forget(parts.connection().name(), AttemptName.of(now.key()), origin.ip());
            return result;
        });
    }

    private ChangeResult write(Account account, User after, String hash, Owner by, Origin origin) {
        return accounts.write(
                account,
                after,
                account.credential().withPassword(hash, parts.now()),
                EventType.CHANGE_PASSWORD,
                by,
                origin);
    }

    private ChangeResult written(IdentityKey key, Function<Account, ChangeResult> write) {
        ChangeResult result = accounts.changing(key, write).orElseGet(AccountWriting::notFound);
        if (result instanceof ChangeResult.Done done) {
            parts.tickets().revoke(key);
            accounts.find(key)
                    .flatMap(Account::email)
                    .ifPresent(address -> parts.outbox()
                            .later(sender -> sender.send(Message.notice(MessageKind.PASSWORD_CHANGED, address))));
            // Last: what the application's listener throws must not keep anything else from being done.
            parts.sessions().endSessions(done.after().orElseThrow().id(), SessionEnd.PASSWORD_CHANGED);
        }
        return result;
    }
}
