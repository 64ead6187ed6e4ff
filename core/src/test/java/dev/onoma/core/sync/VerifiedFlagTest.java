package dev.onoma.core.sync;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The verified flag of a pair, from login to login")
class VerifiedFlagTest {
    private static final String VERIFIED = "{'sub':'1','email':'ada@example.org','email_verified':true}";
    private static final String UNSAID = "{'sub':'1','email':'ada@example.org'}";
    private static final Verification FIRST = new Verification(new Owner("social"), MovableClock.START);

    private final World world = World.of(Tables.connection(Tables.SOCIAL));

    @BeforeEach
    void signedUp() {
        world.login("social", VERIFIED);
        world.later();
    }

    private static PairValue email(LoginResult.Accepted login) {
        return login.after().root().pair(EMAIL).orElseThrow();
    }

    @Test
    @DisplayName("S5: an unchanged address of which nothing is said stays verified, by whom and since when it was")
    void sticky() {
        LoginResult.Accepted login = world.login("social", UNSAID);

        assertThat(email(login).verification()).hasValue(FIRST);
        assertThat(World.decision(login, EMAIL).reason()).isEqualTo(Reason.STAYS_VERIFIED);
        assertThat(World.decision(login, EMAIL).action()).isEqualTo(Action.KEPT);
    }

    @Test
    @DisplayName("S5: an unreadable flag says nothing, so the address stays verified")
    void unreadableFlag() {
        LoginResult.Accepted login = world.login("social", VERIFIED.replace("true", "1"));

        assertThat(email(login).verification()).hasValue(FIRST);
        assertThat(login.warnings()).hasSize(1);
    }

    @Test
    @DisplayName("S5 S10: said to be verified again, it remembers the first time")
    void verifiedAgain() {
        LoginResult.Accepted login = world.login("social", VERIFIED);

        assertThat(email(login).verification()).hasValue(FIRST);
        assertThat(login.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(World.decision(login, EMAIL).reason()).isEqualTo(Reason.SENT_EQUAL);
    }

    @Test
    @DisplayName("S5: an outright false takes the verification away")
    void outrightFalse() {
        LoginResult.Accepted login = world.login("social", VERIFIED.replace("true", "false"));

        assertThat(email(login)).isEqualTo(PairValue.unverified("ada@example.org"));
        assertThat(World.decision(login, EMAIL).reason()).isEqualTo(Reason.SENT);
    }

    @Test
    @DisplayName("S5: an unverified address becomes verified when the provider says so, from then on")
    void becomesVerified() {
        world.login("social", VERIFIED.replace("true", "false"));
        world.later();

        assertThat(email(world.login("social", VERIFIED)).verification())
                .hasValue(new Verification(new Owner("social"), world.clock.instant()));
    }

    @Test
    @DisplayName("S5: a changed address comes with its flag alone: unsaid is unverified")
    void changedAddress() {
        LoginResult.Accepted login = world.login("social", "{'sub':'1','email':'new@example.org'}");

        assertThat(email(login)).isEqualTo(PairValue.unverified("new@example.org"));
        assertThat(World.decision(login, EMAIL).reason()).isEqualTo(Reason.SENT);
    }

    @Test
    @DisplayName("S5: a changed address that is verified is so since now")
    void changedAndVerified() {
        LoginResult.Accepted login = world.login("social", VERIFIED.replace("ada@", "new@"));

        assertThat(email(login))
                .isEqualTo(PairValue.verified(
                        "new@example.org", new Verification(new Owner("social"), world.clock.instant())));
    }

    @Test
    @DisplayName("S5: another spelling of one address is stored as spelled, and stays verified")
    void spelling() {
        LoginResult.Accepted login = world.login("social", "{'sub':'1','email':'Ada@EXAMPLE.org'}");

        assertThat(email(login)).isEqualTo(PairValue.verified("Ada@EXAMPLE.org", FIRST));
        assertThat(World.decision(login, EMAIL).reason()).isEqualTo(Reason.SENT);
    }

    @Test
    @DisplayName("S5: a dotless i does not make the same address")
    void dotless() {
        world.login("social", VERIFIED.replace("ada@", "mike@"));

        assertThat(email(world.login("social", UNSAID.replace("ada@", "m\u0131ke@")))
                        .isVerified())
                .isFalse();
    }

    @Test
    @DisplayName("S5: when the connection that verified the address has lost its trust, unsaid is unverified")
    void trustLost() {
        World distrusting = world.configured(Tables.connection(Tables.SOCIAL).emailTrust(EmailTrust.never()));

        LoginResult.Accepted login = distrusting.login("social", VERIFIED);

        assertThat(email(login)).isEqualTo(PairValue.unverified("ada@example.org"));
        assertThat(World.decision(login, EMAIL).reason()).isEqualTo(Reason.TRUST_LOST);
        assertThat(World.decision(login, EMAIL).rule()).isEqualTo("S5");
        assertThat(distrusting.login("social", VERIFIED).outcome()).isEqualTo(LoginOutcome.UNCHANGED);
    }

    @Test
    @DisplayName("S5: trust that is left for other domains is lost for this one")
    void trustLostForDomain() {
        EmailTrust elsewhere = EmailTrust.domains(Set.of("example.com"));
        EmailTrust here = EmailTrust.domains(Set.of("example.org"));

        assertThat(email(world.configured(Tables.connection(Tables.SOCIAL).emailTrust(here))
                                .login("social", UNSAID))
                        .verification())
                .hasValue(FIRST);
        assertThat(email(world.configured(Tables.connection(Tables.SOCIAL).emailTrust(elsewhere))
                                .login("social", UNSAID))
                        .isVerified())
                .isFalse();
    }

    @Test
    @DisplayName("S5: a verification by an administrator does not hang on any connection's trust")
    void byAdministrator() {
        World editable = World.of(Tables.connection(Tables.SOCIAL)
                .syncPolicy(SyncPolicy.ON_EACH_LOGIN.override(EMAIL, SyncRule.UNTIL_EDITED))
                .emailTrust(EmailTrust.never()));
        editable.adminEdits(editable.login("social", UNSAID).after(), "{'set':{'email_verified':true}}");
        World following = editable.configured(Tables.connection(Tables.SOCIAL).emailTrust(EmailTrust.never()));

        LoginResult.Accepted login = following.login("social", UNSAID);

        assertThat(email(login).verification()).map(Verification::by).hasValue(Owner.ADMIN);
    }

    @Test
    @DisplayName("S5: a phone number keeps its verification, too")
    void phone() {
        world.login("social", "{'sub':'2','phone_number':'+491','phone_verified':true}");

        assertThat(world.login("social", "{'sub':'2','phone_number':'+491'}")
                        .after()
                        .root()
                        .pair(PHONE_NUMBER))
                .hasValueSatisfying(pair -> assertThat(pair.isVerified()).isTrue());
    }

    @Test
    @DisplayName("S5: the trust that e-mail addresses have lost does not touch phone numbers")
    void phoneHasNoEmailTrust() {
        World distrusting = World.of(Tables.connection(Tables.SOCIAL).emailTrust(EmailTrust.never()));
        distrusting.login("social", "{'sub':'2','phone_number':'+491','phone_verified':true}");

        LoginResult.Accepted login = distrusting.login("social", "{'sub':'2','phone_number':'+491'}");

        assertThat(login.after().root().pair(PHONE_NUMBER).orElseThrow().isVerified())
                .isTrue();
    }
}
