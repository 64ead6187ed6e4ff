package dev.onoma.testkit.accounts;

import static dev.onoma.core.ticket.TicketPurpose.CHANGE_EMAIL;
import static dev.onoma.core.ticket.TicketPurpose.RESET_PASSWORD;
import static dev.onoma.core.ticket.TicketPurpose.VERIFY_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.AccountStore;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.testkit.races.Together;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about tickets. */
public abstract class TicketContract extends AccountPart {
    private static final Instant NOW = SampleAccounts.NOW;

    /** The part, over stores. */
    protected TicketContract(Supplier<AccountStore> stores) {
        super(stores);
    }

    private Ticket put(String hash, TicketPurpose purpose, String subject) {
        Ticket ticket = SampleAccounts.ticket(hash, purpose, subject);
        store().tickets().put(ticket);
        return ticket;
    }

    private Optional<Ticket> find(Ticket ticket) {
        return store().tickets().find(ticket.hash(), ticket.purpose(), NOW);
    }

    private Optional<Ticket> take(Ticket ticket) {
        return store().tickets().take(ticket.hash(), ticket.purpose(), NOW);
    }

    @Test
    @DisplayName("a ticket is found as it was put, any number of times, and taken once")
    void takenOnce() {
        Ticket ticket = put("1", VERIFY_EMAIL, "ada");

        assertThat(find(ticket)).contains(ticket);
        assertThat(find(ticket)).contains(ticket);
        assertThat(take(ticket)).contains(ticket);
        assertThat(take(ticket)).isEmpty();
        assertThat(find(ticket)).isEmpty();
    }

    @Test
    @DisplayName("a ticket that was never put is not there")
    void unknown() {
        Ticket ticket = put("1", VERIFY_EMAIL, "ada");

        assertThat(find(SampleAccounts.ticket("2", VERIFY_EMAIL, "ada"))).isEmpty();
        assertThat(take(SampleAccounts.ticket("2", VERIFY_EMAIL, "ada"))).isEmpty();
        assertThat(take(ticket)).contains(ticket);
    }

    @Test
    @DisplayName("a ticket is good for its purpose alone, and stays when it is tried for another")
    void purposes() {
        for (TicketPurpose purpose : TicketPurpose.values()) {
            Ticket ticket = put(purpose.word(), purpose, "ada");

            for (TicketPurpose other : TicketPurpose.values()) {
                if (other != purpose) {
                    assertThat(store().tickets().find(ticket.hash(), other, NOW))
                            .isEmpty();
                    assertThat(store().tickets().take(ticket.hash(), other, NOW))
                            .isEmpty();
                }
            }
            assertThat(take(ticket)).contains(ticket);
        }
    }

    @Test
    @DisplayName("a ticket is good until just before its end")
    void end() {
        Ticket ticket = put("1", RESET_PASSWORD, "ada");

        assertThat(store().tickets().find("1", RESET_PASSWORD, SampleAccounts.JUST_BEFORE))
                .contains(ticket);
        assertThat(store().tickets().find("1", RESET_PASSWORD, SampleAccounts.END))
                .isEmpty();
        assertThat(store().tickets().take("1", RESET_PASSWORD, SampleAccounts.END))
                .isEmpty();
        assertThat(store().tickets().take("1", RESET_PASSWORD, SampleAccounts.JUST_BEFORE))
                .contains(ticket);
    }

    @Test
    @DisplayName("a new ticket replaces the earlier one of its identity and purpose, and no other")
    void replaced() {
        Ticket earlier = put("1", RESET_PASSWORD, "ada");
        Ticket otherPurpose = put("2", CHANGE_EMAIL, "ada");
        Ticket otherIdentity = put("3", RESET_PASSWORD, "bob");

        Ticket newest = put("4", RESET_PASSWORD, "ada");

        assertThat(take(earlier)).isEmpty();
        assertThat(take(otherPurpose)).contains(otherPurpose);
        assertThat(take(otherIdentity)).contains(otherIdentity);
        assertThat(take(newest)).contains(newest);
    }

    @Test
    @DisplayName("a ticket that is put again is there once")
    void again() {
        Ticket ticket = put("1", RESET_PASSWORD, "ada");
        put("1", RESET_PASSWORD, "ada");

        assertThat(take(ticket)).contains(ticket);
        assertThat(take(ticket)).isEmpty();
    }

    @Test
    @DisplayName("revoking makes all tickets of an identity good for nothing, and nobody else's")
    void revoked() {
        Ticket reset = put("1", RESET_PASSWORD, "ada");
        Ticket change = put("2", CHANGE_EMAIL, "ada");
        Ticket other = put("3", CHANGE_EMAIL, "bob");

        store().tickets().revoke(SampleAccounts.key("ada"));
        store().tickets().revoke(SampleAccounts.key("nobody"));

        assertThat(take(reset)).isEmpty();
        assertThat(take(change)).isEmpty();
        assertThat(take(other)).contains(other);
    }

    @Test
    @DisplayName("another store does not know the ticket")
    void apart() {
        Ticket ticket = put("1", RESET_PASSWORD, "ada");
        AccountStore other = anotherStore();

        assertThat(other.tickets().find("1", RESET_PASSWORD, NOW)).isEmpty();
        assertThat(other.tickets().take("1", RESET_PASSWORD, NOW)).isEmpty();
        other.tickets().revoke(SampleAccounts.key("ada"));
        other.tickets().put(SampleAccounts.ticket("2", RESET_PASSWORD, "ada"));
        assertThat(take(ticket)).contains(ticket);
    }

    @Test
    @DisplayName("of 8 who take a ticket at once, one gets it")
    void race() {
        for (int round = 0; round < 10; round++) {
            Ticket ticket = put("round " + round, RESET_PASSWORD, "ada");
            AtomicInteger got = new AtomicInteger();

            Together.run(8, i -> take(ticket).ifPresent(taken -> got.incrementAndGet()));

            assertThat(got).as("how many got it").hasValue(1);
        }
    }

    @Test
    @DisplayName("of 16 tickets for one identity and purpose that are put at once, one is good")
    void puts() {
        Together.run(16, i -> put("ticket " + i, RESET_PASSWORD, "ada"));

        assertThat(IntStream.range(0, 16)
                        .mapToObj(i -> SampleAccounts.ticket("ticket " + i, RESET_PASSWORD, "ada"))
                        .filter(ticket -> take(ticket).isPresent()))
                .hasSize(1);
    }
}
