package dev.onoma.testkit;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.AttemptStore;
import dev.onoma.core.store.CodeStore;
import dev.onoma.core.store.CredentialStore;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.TicketStore;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store of accounts that is right, for others to break in one place. */
class BrokenAccounts implements AccountStore {
    final InMemoryUserStore whole = new InMemoryUserStore();

    /** As long as another thread needs to come in between. */
    static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<StoredUser> find(UserId id) {
        return whole.find(id);
    }

    @Override
    public Optional<StoredUser> find(IdentityKey key) {
        return whole.find(key);
    }

    @Override
    public List<StoredUser> candidates(EmailAddress address, int limit) {
        return whole.candidates(address, limit);
    }

    @Override
    public void write(UserChange change) {
        whole.write(change);
    }

    @Override
    public CredentialStore credentials() {
        return new Credentials(whole.credentials());
    }

    @Override
    public TicketStore tickets() {
        return new Tickets(whole.tickets());
    }

    @Override
    public CodeStore codes() {
        return whole.codes();
    }

    @Override
    public AttemptStore attempts() {
        return whole.attempts();
    }

    @Override
    public long purgeExpired(Instant now) {
        return whole.purgeExpired(now);
    }

    /** Credentials that are right. */
    static class Credentials implements CredentialStore {
        private final CredentialStore whole;

        Credentials(CredentialStore whole) {
            this.whole = whole;
        }

        @Override
        public Optional<Credential> find(IdentityKey identity) {
            return whole.find(identity);
        }

        @Override
        public Optional<Credential> find(String connection, LoginName name) {
            return whole.find(connection, name);
        }

        @Override
        public void write(Credential credential) {
            whole.write(credential);
        }

        @Override
        public void write(UserChange change, Credential credential) {
            whole.write(change, credential);
        }
    }

    /** Tickets that are right. */
    static class Tickets implements TicketStore {
        private final TicketStore whole;

        Tickets(TicketStore whole) {
            this.whole = whole;
        }

        @Override
        public void put(Ticket ticket) {
            whole.put(ticket);
        }

        @Override
        public Optional<Ticket> find(String hash, TicketPurpose purpose, Instant now) {
            return whole.find(hash, purpose, now);
        }

        @Override
        public Optional<Ticket> take(String hash, TicketPurpose purpose, Instant now) {
            return whole.take(hash, purpose, now);
        }

        @Override
        public void revoke(IdentityKey identity) {
            whole.revoke(identity);
        }
    }

    /** Codes that can be right, or not. */
    abstract static class Codes implements CodeStore {
        final CodeStore whole;

        Codes(CodeStore whole) {
            this.whole = whole;
        }

        @Override
        public void put(LoginCode code) {
            whole.put(code);
        }

        @Override
        public Optional<LoginCode> tryOnce(
                String connection, String address, String browserMac, int tries, Instant now) {
            return whole.tryOnce(connection, address, browserMac, tries, now);
        }

        @Override
        public boolean take(LoginCode code) {
            return whole.take(code);
        }
    }

    /** Knows which code of an address is the newest. */
    abstract static class Newest extends Codes {
        private final Map<String, LoginCode> newest = new ConcurrentHashMap<>();

        Newest(CodeStore whole) {
            super(whole);
        }

        @Override
        public synchronized void put(LoginCode code) {
            newest.put(code.address(), code);
            super.put(code);
        }

        LoginCode newest(String address, LoginCode otherwise) {
            return newest.getOrDefault(address, otherwise);
        }
    }

    /** Attempts that can be right, or not. */
    abstract static class Attempts implements AttemptStore {
        final AttemptStore whole;

        Attempts(AttemptStore whole) {
            this.whole = whole;
        }

        @Override
        public long count(String key, Instant now, Instant until) {
            return whole.count(key, now, until);
        }

        @Override
        public long attempts(String key, Instant now) {
            return whole.attempts(key, now);
        }

        @Override
        public void giveBack(String key, Instant now) {
            whole.giveBack(key, now);
        }

        @Override
        public void forget(String key) {
            whole.forget(key);
        }
    }
}
