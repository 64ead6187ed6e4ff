package dev.onoma.testkit.accounts;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Duration;
import java.time.Instant;

/** Accounts of one connection to store. */
final class SampleAccounts {
    static final String HERE = "users";
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");
    static final Instant END = NOW.plus(Duration.ofMinutes(3));
    static final Instant JUST_BEFORE = END.minusMillis(1);

    private SampleAccounts() {}

    static IdentityKey key(String subject) {
        return new IdentityKey(HERE, subject);
    }

    static User user(String subject) {
        return userOf(key(subject));
    }

    static User userOf(IdentityKey key) {
        Identity identity = new Identity(key, "database", false, JsonObject.EMPTY);
        return User.builder(UserId.of(key.connection() + "|" + key.subject()), identity, NOW)
                .build();
    }

    static RootAttributes email(String address) {
        return RootAttributes.NONE.with(RootAttribute.EMAIL, new OwnedValue(PairValue.unverified(address), Owner.USER));
    }

    static RootAttributes username(String name) {
        return RootAttributes.NONE.with(RootAttribute.USERNAME, OwnedValue.of(name, Owner.USER));
    }

    static RootAttributes phoneNumber(String number) {
        return RootAttributes.NONE.with(
                RootAttribute.PHONE_NUMBER, new OwnedValue(PairValue.unverified(number), Owner.ADMIN));
    }

    /** A new credential with a name and a password. */
    static Credential credential(String subject, RootAttributes root) {
        return Credential.of(key(subject), root).withPassword("hash of " + subject, NOW);
    }

    /** A new credential that is known by an address of its own. */
    static Credential credential(String subject) {
        return credential(subject, email(subject + "@example.org"));
    }

    static Ticket ticket(String hash, TicketPurpose purpose, String subject) {
        return new Ticket(hash, purpose, key(subject), "Ana.Lovric@example.com", NOW, END);
    }

    static LoginCode code(String address, String id) {
        return new LoginCode(HERE, address, id, "code mac " + id, "link mac " + id, "browser mac " + id, END);
    }
}
