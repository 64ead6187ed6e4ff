package dev.onoma.providers.database.account;

import dev.onoma.core.store.AccountStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** What accounts do, whichever store keeps them. */
abstract class AccountFlows {
    /** A store without users, another one at each call. */
    abstract AccountStore newStore();

    @Nested
    @DisplayName("Signing up")
    class SigningUp extends SignUpPart {
        @Override
        AccountStore newStore() {
            return AccountFlows.this.newStore();
        }
    }

    @Nested
    @DisplayName("Logging in with a password")
    class LoggingIn extends PasswordLoginPart {
        @Override
        AccountStore newStore() {
            return AccountFlows.this.newStore();
        }
    }

    @Nested
    @DisplayName("Guessing passwords")
    class Guessing extends GuessingPart {
        @Override
        AccountStore newStore() {
            return AccountFlows.this.newStore();
        }
    }

    @Nested
    @DisplayName("Choosing another password")
    class Passwords extends PasswordChangePart {
        @Override
        AccountStore newStore() {
            return AccountFlows.this.newStore();
        }
    }

    @Nested
    @DisplayName("Verifying and changing addresses")
    class Emails extends EmailTicketPart {
        @Override
        AccountStore newStore() {
            return AccountFlows.this.newStore();
        }
    }

    @Nested
    @DisplayName("Flooding mailboxes")
    class Messages extends MessageLimitPart {
        @Override
        AccountStore newStore() {
            return AccountFlows.this.newStore();
        }
    }

    @Nested
    @DisplayName("I-13: accounts that somebody prepared for their owner (Sudhodanan and Paverd, USENIX Security 2022)")
    class PreHijacking extends PreHijackingPart {
        @Override
        AccountStore newStore() {
            return AccountFlows.this.newStore();
        }
    }
}
