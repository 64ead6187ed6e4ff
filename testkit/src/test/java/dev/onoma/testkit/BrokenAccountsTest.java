package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.AttemptStore;
import dev.onoma.core.store.CodeStore;
import dev.onoma.core.store.CredentialStore;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.TicketStore;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.IdentityKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the contract of stores of accounts finds out a store that")
class BrokenAccountsTest {
    /** A test in which a broken store may be lucky: what it finds out is no part of what is expected. */
    private static final String RACE = "of 16 codes for one address that are put at once, one is good";

    private static void failsExactly(Class<? extends AccountStoreContract> broken, String... tests) {
        Set<String> failures = ContractRun.failuresOf(broken);
        failures.remove(RACE);
        assertThat(failures).containsExactlyInAnyOrder(tests);
    }

    /** The contract over a store. */
    abstract static class Over extends AccountStoreContract {
        private final Supplier<AccountStore> stores;

        Over(Supplier<AccountStore> stores) {
            this.stores = stores;
        }

        @Override
        protected AccountStore newStore() {
            return stores.get();
        }
    }

    static class Whole extends Over {
        Whole() {
            super(BrokenAccounts::new);
        }
    }

    @Test
    @DisplayName("is not broken: it has nothing to say")
    void whole() {
        failsExactly(Whole.class);
    }

    /** A write over whatever is there. */
    static class LosesPasswords extends Over {
        LosesPasswords() {
            super(() -> new BrokenAccounts() {
                @Override
                public CredentialStore credentials() {
                    return new Credentials(whole.credentials()) {
                        @Override
                        public synchronized void write(Credential credential) {
                            super.write(latest(credential));
                        }

                        private Credential latest(Credential credential) {
                            return credential.version() == 0
                                    ? credential
                                    : find(credential.identity())
                                            .map(there -> Credential.stored(
                                                    credential.identity(),
                                                    credential.names(),
                                                    credential.password(),
                                                    credential.revokedAt(),
                                                    there.version()))
                                            .orElse(credential);
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("writes a credential over one that has changed")
    void losesPasswords() {
        failsExactly(
                LosesPasswords.class,
                "T2: a hash made anew does not overwrite the password that was chosen meanwhile",
                "T2: no version of a credential that was removed fits, neither while there is none nor the next one",
                "T2: of a rehash and 15 changes of a password at once, all from one version, one succeeds");
    }

    /** A name that is taken is left out. */
    static class SharesNames extends Over {
        SharesNames() {
            super(() -> new BrokenAccounts() {
                @Override
                public CredentialStore credentials() {
                    return new Credentials(whole.credentials()) {
                        @Override
                        public void write(UserChange change, Credential credential) {
                            try {
                                super.write(change, credential);
                            } catch (LoginNameTakenException taken) {
                                super.write(
                                        change,
                                        Credential.stored(
                                                credential.identity(),
                                                Map.of(),
                                                credential.password(),
                                                credential.revokedAt(),
                                                credential.version()));
                            }
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("lets a signup pass whose name is taken")
    void sharesNames() {
        failsExactly(
                SharesNames.class,
                "T3: a signup under a name that is taken throws LoginNameTakenException, and makes no user",
                "T3: an edit beside a credential that has changed, or whose name is taken, is not written",
                "of 64 signups of one name at once, one succeeds, and nothing is left of the others");
    }

    /** The user first, and then perhaps its credential. */
    static class SignsUpByHalves extends Over {
        SignsUpByHalves() {
            super(() -> new BrokenAccounts() {
                @Override
                public CredentialStore credentials() {
                    return new Credentials(whole.credentials()) {
                        @Override
                        public void write(UserChange change, Credential credential) {
                            whole.write(change);
                            super.write(credential);
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("writes a user and its credential one after the other")
    void signsUpByHalves() {
        failsExactly(
                SignsUpByHalves.class,
                "T3: a signup under a name that is taken throws LoginNameTakenException, and makes no user",
                "T3: an edit beside a credential that has changed, or whose name is taken, is not written",
                "of 64 signups of one name at once, one succeeds, and nothing is left of the others");
    }

    /** A name is compared as some databases do. */
    static class FoldsNames extends Over {
        FoldsNames() {
            super(() -> new BrokenAccounts() {
                @Override
                public CredentialStore credentials() {
                    return new Credentials(whole.credentials()) {
                        @Override
                        public Optional<Credential> find(String connection, LoginName name) {
                            return super.find(
                                    connection,
                                    new LoginName(name.kind(), name.key().strip()));
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("does not see a space at the end of a name")
    void foldsNames() {
        failsExactly(FoldsNames.class, "names are compared exactly, whatever looks alike to a database");
    }

    /** A deletion that puts back what went with the user. */
    static class KeepsCredentials extends Over {
        KeepsCredentials() {
            super(() -> new BrokenAccounts() {
                @Override
                public synchronized void write(UserChange change) {
                    List<Credential> kept = change.forgotten().stream()
                            .flatMap(identity -> whole.credentials().find(identity).stream())
                            .toList();
                    super.write(change);
                    kept.forEach(credential -> whole.credentials()
                            .write(Credential.stored(
                                    credential.identity(),
                                    credential.names(),
                                    credential.password(),
                                    credential.revokedAt(),
                                    0)));
                }
            });
        }
    }

    @Test
    @DisplayName("keeps the credentials of users that are deleted")
    void keepsCredentials() {
        failsExactly(
                KeepsCredentials.class,
                "L7: a change of a password beside the deletion of its user leaves no credential",
                "L7: a tombstone has neither credentials nor tickets",
                "L7: deleting a user removes the credentials and tickets of all its identities, and nobody else's",
                "L7: the names of a deleted user are free",
                "T2: no version of a credential that was removed fits, neither while there is none nor the next one");
    }

    /** Tickets that no deletion reaches. */
    static class KeepsTickets extends Over {
        KeepsTickets() {
            super(() -> new BrokenAccounts() {
                private final BrokenAccounts elsewhere = new BrokenAccounts();

                @Override
                public TicketStore tickets() {
                    return elsewhere.tickets();
                }

                @Override
                public long purgeExpired(Instant now) {
                    return super.purgeExpired(now) + elsewhere.purgeExpired(now);
                }
            });
        }
    }

    @Test
    @DisplayName("keeps the tickets of users that are deleted")
    void keepsTickets() {
        failsExactly(
                KeepsTickets.class,
                "L7: a tombstone has neither credentials nor tickets",
                "L7: deleting a user removes the credentials and tickets of all its identities, and nobody else's");
    }

    /** Deletes the credentials of every user that goes, one that is merged too. */
    static class ForgetsTheMerged extends Over {
        ForgetsTheMerged() {
            super(() -> new BrokenAccounts() {
                @Override
                public void write(UserChange change) {
                    if (change instanceof UserChange.Merge merge) {
                        super.write(new UserChange.Delete(merge.secondary()));
                        super.write(new UserChange.Update(merge.primary(), merge.after(), Optional.empty()));
                    } else {
                        super.write(change);
                    }
                }
            });
        }
    }

    @Test
    @DisplayName("forgets credentials and tickets when users are linked")
    void forgetsTheMerged() {
        failsExactly(
                ForgetsTheMerged.class, "credentials and tickets stay with their identities when users are linked");
    }

    /** Looks for a ticket, and then takes it. */
    static class GivesTicketsTwice extends Over {
        GivesTicketsTwice() {
            super(() -> new BrokenAccounts() {
                @Override
                public TicketStore tickets() {
                    return new Tickets(whole.tickets()) {
                        @Override
                        public Optional<Ticket> take(String hash, TicketPurpose purpose, Instant now) {
                            Optional<Ticket> found = find(hash, purpose, now);
                            pause();
                            super.take(hash, purpose, now);
                            return found;
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("looks for a ticket before it takes it")
    void givesTicketsTwice() {
        failsExactly(GivesTicketsTwice.class, "of 8 who take a ticket at once, one gets it");
    }

    /** A ticket is a ticket. */
    static class IgnoresPurposes extends Over {
        IgnoresPurposes() {
            super(() -> new BrokenAccounts() {
                @Override
                public TicketStore tickets() {
                    return new Tickets(whole.tickets()) {
                        @Override
                        public Optional<Ticket> take(String hash, TicketPurpose purpose, Instant now) {
                            return Set.of(TicketPurpose.values()).stream()
                                    .flatMap(any -> super.take(hash, any, now).stream())
                                    .findFirst();
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("takes a ticket for whatever purpose")
    void ignoresPurposes() {
        failsExactly(
                IgnoresPurposes.class,
                "a ticket is good for its purpose alone, and stays when it is tried for another");
    }

    /** A ticket that is too old opens nothing, when it is looked at. */
    static class TakesOldTickets extends Over {
        TakesOldTickets() {
            super(() -> new BrokenAccounts() {
                @Override
                public TicketStore tickets() {
                    return new Tickets(whole.tickets()) {
                        @Override
                        public Optional<Ticket> take(String hash, TicketPurpose purpose, Instant now) {
                            return super.take(hash, purpose, now.minusMillis(1));
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("takes a ticket at its end")
    void takesOldTickets() {
        failsExactly(TakesOldTickets.class, "a ticket is good until just before its end");
    }

    /** A new ticket revokes everything. */
    static class RevokesTooMuch extends Over {
        RevokesTooMuch() {
            super(() -> new BrokenAccounts() {
                @Override
                public TicketStore tickets() {
                    return new Tickets(whole.tickets()) {
                        @Override
                        public void put(Ticket ticket) {
                            revoke(ticket.identity());
                            super.put(ticket);
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("replaces tickets of other purposes")
    void revokesTooMuch() {
        failsExactly(
                RevokesTooMuch.class,
                "a new ticket replaces the earlier one of its identity and purpose, and no other");
    }

    /** Revokes those of one purpose. */
    static class RevokesTooLittle extends Over {
        RevokesTooLittle() {
            super(() -> new BrokenAccounts() {
                @Override
                public TicketStore tickets() {
                    return new Tickets(whole.tickets()) {
                        @Override
                        public void revoke(IdentityKey identity) {
                            super.put(new Ticket(
                                    "revoked",
                                    TicketPurpose.RESET_PASSWORD,
                                    identity,
                                    "nobody@example.org",
                                    Instant.MIN,
                                    Instant.MIN));
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("revokes the tickets of one purpose alone")
    void revokesTooLittle() {
        failsExactly(
                RevokesTooLittle.class,
                "revoking makes all tickets of an identity good for nothing, and nobody else's");
    }

    /** Knows of a password that was taken away no more than of one that never was. */
    static class ForgetsRevocations extends Over {
        ForgetsRevocations() {
            super(() -> new BrokenAccounts() {
                @Override
                public CredentialStore credentials() {
                    return new Credentials(whole.credentials()) {
                        @Override
                        public void write(Credential credential) {
                            super.write(credential.revokedAt().isPresent() ? credential.withoutPassword() : credential);
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("forgets that a password was taken away")
    void forgetsRevocations() {
        failsExactly(ForgetsRevocations.class, "a password that was taken away stays so until there is another one");
    }

    /** Counts a try once it has been made. */
    static class CountsTriesLate extends Over {
        CountsTriesLate() {
            super(() -> new BrokenAccounts() {
                private final Map<String, Integer> tried = new ConcurrentHashMap<>();

                @Override
                public CodeStore codes() {
                    return new Codes(whole.codes()) {
                        @Override
                        public Optional<LoginCode> tryOnce(
                                String connection, String address, String browserMac, int tries, Instant now) {
                            Optional<LoginCode> code =
                                    whole.tryOnce(connection, address, browserMac, Integer.MAX_VALUE, now);
                            String id = code.map(LoginCode::id).orElse("");
                            int before = tried.getOrDefault(id, 0);
                            pause();
                            if (before < tries) {
                                tried.put(id, before + 1);
                            }
                            return code.filter(found -> before < tries);
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("counts a try at a code when it has been made")
    void countsTriesLate() {
        failsExactly(CountsTriesLate.class, "of 32 who try a code at once, three get it");
    }

    /** A code that is sent anew has the tries that the one before had left. */
    static class KeepsTries extends Over {
        KeepsTries() {
            super(() -> new BrokenAccounts() {
                private final Map<String, Integer> tried = new ConcurrentHashMap<>();

                @Override
                public CodeStore codes() {
                    return new Codes(whole.codes()) {
                        @Override
                        public Optional<LoginCode> tryOnce(
                                String connection, String address, String browserMac, int tries, Instant now) {
                            return super.tryOnce(connection, address, browserMac, tries, now)
                                    .filter(code ->
                                            tried.merge(connection + address, 1, Integer::sum) <= Math.max(tries, 5));
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("keeps the tries of the code before")
    void keepsTries() {
        failsExactly(KeepsTries.class, "the newest code of an address alone is good, and is untried");
    }

    /** Lets every browser try an address' code. */
    static class CountsEveryBrowser extends Over {
        CountsEveryBrowser() {
            super(() -> new BrokenAccounts() {
                private final CodeStore codes = new Newest(whole.codes()) {
                    @Override
                    public Optional<LoginCode> tryOnce(
                            String connection, String address, String browserMac, int tries, Instant now) {
                        LoginCode asked = new LoginCode(connection, address, "", "", "", browserMac, now);
                        return super.tryOnce(
                                connection, address, newest(address, asked).browserMac(), tries, now);
                    }
                };

                @Override
                public CodeStore codes() {
                    return codes;
                }
            });
        }
    }

    @Test
    @DisplayName("lets every browser use up the tries of an address")
    void countsEveryBrowser() {
        failsExactly(
                CountsEveryBrowser.class,
                "a code is of the browser that asked for it alone: what another one tries does not count");
    }

    /** Uses up whatever code the address has. */
    static class TakesAnyCode extends Over {
        TakesAnyCode() {
            super(() -> new BrokenAccounts() {
                private final CodeStore codes = new Newest(whole.codes()) {
                    @Override
                    public boolean take(LoginCode code) {
                        return super.take(newest(code.address(), code));
                    }
                };

                @Override
                public CodeStore codes() {
                    return codes;
                }
            });
        }
    }

    @Test
    @DisplayName("takes a code that has been replaced")
    void takesAnyCode() {
        failsExactly(TakesAnyCode.class, "the newest code of an address alone is good, and is untried");
    }

    /** Tells the count that was read before the addition. */
    static class LosesAttempts extends Over {
        LosesAttempts() {
            super(() -> new BrokenAccounts() {
                @Override
                public AttemptStore attempts() {
                    return new Attempts(whole.attempts()) {
                        @Override
                        public long count(String key, Instant now, Instant until) {
                            long before = attempts(key, now);
                            pause();
                            super.count(key, now, until);
                            return before + 1;
                        }
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("reads a count before it adds to it")
    void losesAttempts() {
        failsExactly(
                LosesAttempts.class,
                "16 times 20 attempts at once are told 1 to 320, each of them once",
                "32 attempts at once at a count whose time is over are told 1 to 32");
    }

    /** Each attempt makes the time longer. */
    static class MovesTheEnd extends Over {
        MovesTheEnd() {
            super(() -> new BrokenAccounts() {
                private final AttemptStore attempts = new Attempts(whole.attempts()) {
                    @Override
                    public synchronized long count(String key, Instant now, Instant until) {
                        long count = attempts(key, now) + 1;
                        forget(key);
                        for (long i = 0; i < count; i++) {
                            super.count(key, now, until);
                        }
                        return count;
                    }

                    @Override
                    public synchronized void giveBack(String key, Instant now) {
                        super.giveBack(key, now);
                    }
                };

                @Override
                public AttemptStore attempts() {
                    return attempts;
                }
            });
        }
    }

    @Test
    @DisplayName("moves the end of a count with each attempt")
    void movesTheEnd() {
        failsExactly(MovesTheEnd.class, "a count goes on until just before its end, which later attempts do not move");
    }

    /** What did not come to a look counts all the same. */
    static class KeepsWhatIsGivenBack extends Over {
        KeepsWhatIsGivenBack() {
            super(() -> new BrokenAccounts() {
                @Override
                public AttemptStore attempts() {
                    return new Attempts(whole.attempts()) {
                        @Override
                        public void giveBack(String key, Instant now) {}
                    };
                }
            });
        }
    }

    @Test
    @DisplayName("keeps attempts that are given back")
    void keepsWhatIsGivenBack() {
        failsExactly(
                KeepsWhatIsGivenBack.class,
                "an attempt that is given back is not counted, and nothing is below zero",
                "of 16 times 20 attempts at once, half of them given back, 160 are counted");
    }

    /** A purge of what ends now and later. */
    static class PurgesTooEarly extends Over {
        PurgesTooEarly() {
            super(() -> new BrokenAccounts() {
                @Override
                public long purgeExpired(Instant now) {
                    return super.purgeExpired(now.plusMillis(1));
                }
            });
        }
    }

    @Test
    @DisplayName("purges before the end")
    void purgesTooEarly() {
        failsExactly(PurgesTooEarly.class, "tickets, codes and counts are purged from their ends on, and counted");
    }
}
