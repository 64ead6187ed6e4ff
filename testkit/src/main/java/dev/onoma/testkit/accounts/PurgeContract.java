package dev.onoma.testkit.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.AccountStore;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about forgetting what is over. */
public abstract class PurgeContract extends AccountPart {
    /** The part, over stores. */
    protected PurgeContract(Supplier<AccountStore> stores) {
        super(stores);
    }

    @Test
    @DisplayName("tickets, codes and counts are purged from their ends on, and counted")
    void purged() {
        Ticket ticket = SampleAccounts.ticket("1", TicketPurpose.VERIFY_EMAIL, "ada");
        LoginCode code = SampleAccounts.code("ada@example.org", "1");
        store().tickets().put(ticket);
        store().codes().put(code);
        store().attempts().count("key", SampleAccounts.NOW, SampleAccounts.END);

        assertThat(store().purgeExpired(SampleAccounts.JUST_BEFORE)).isZero();
        assertThat(store().tickets().find("1", TicketPurpose.VERIFY_EMAIL, SampleAccounts.NOW))
                .contains(ticket);
        assertThat(store().codes().tryOnce(code.connection(), code.address(), code.browserMac(), 3, SampleAccounts.NOW))
                .contains(code);
        assertThat(store().attempts().attempts("key", SampleAccounts.NOW)).isEqualTo(1);

        assertThat(store().purgeExpired(SampleAccounts.END)).isEqualTo(3);
        assertThat(store().purgeExpired(SampleAccounts.END)).isZero();
        assertThat(store().tickets().find("1", TicketPurpose.VERIFY_EMAIL, SampleAccounts.NOW))
                .isEmpty();
        assertThat(store().codes().take(code)).isFalse();
        assertThat(store().attempts().attempts("key", SampleAccounts.NOW)).isZero();
    }

    @Test
    @DisplayName("a purge leaves other stores alone")
    void apart() {
        AccountStore other = anotherStore();
        store().attempts().count("key", SampleAccounts.NOW, SampleAccounts.END);

        assertThat(other.purgeExpired(SampleAccounts.END)).isZero();
        assertThat(store().purgeExpired(SampleAccounts.END)).isEqualTo(1);
    }
}
