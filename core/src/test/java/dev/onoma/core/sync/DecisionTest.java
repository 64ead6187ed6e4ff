package dev.onoma.core.sync;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.World;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
    private static final Owner GOOGLE = new Owner("google");
    private static final Optional<OwnedValue> ADA = Optional.of(OwnedValue.of("Ada", GOOGLE));
    private static final Optional<OwnedValue> ADDRESS = Optional.of(new OwnedValue(
            PairValue.verified("ada@example.org", new Verification(GOOGLE, MovableClock.START)), GOOGLE));

    private static Decision decision(RootAttribute attribute, SyncRule rule, Reason reason) {
        return new Decision(attribute, Action.KEPT, Optional.empty(), Optional.empty(), rule, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, ON_EACH_LOGIN, SENT, S2",
        "EMAIL, ON_EACH_LOGIN, SENT, S5",
        "PHONE_NUMBER, ON_EACH_LOGIN, SENT, S5",
        "NAME, ON_EACH_LOGIN, CLEARED_BY_NULL, S2",
        "NAME, ON_FIRST_LOGIN, CREATION_ONLY, S3",
        "EMAIL, UNTIL_EDITED, EDITED, S3",
        "NAME, WHEN_EMPTY, NOT_EMPTY, S3",
        "NAME, NEVER_ON_LOGIN, NEVER, S4",
        "NAME, ON_EACH_LOGIN, DERIVED, M6",
        "NAME, ON_EACH_LOGIN, DERIVED_INSTEAD, M6",
        "NAME, ON_FIRST_LOGIN, SENT_UNREADABLE, M2",
        "EMAIL, ON_EACH_LOGIN, SECONDARY, S6",
        "NAME, ON_FIRST_LOGIN, MOVED, S8",
        "EMAIL, UNTIL_EDITED, STAYS_VERIFIED, S5",
        "EMAIL, UNTIL_EDITED, TRUST_LOST, S5"
    })
    @DisplayName("names the rule of the design that decided")
    void rule(RootAttribute attribute, SyncRule rule, Reason reason, String expected) {
        assertThat(decision(attribute, rule, reason).rule()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SENT, the provider sent a value",
        "NOT_SENT, the provider sent no value",
        "EDITED, it was edited",
        "NEVER, no login writes it",
        "CREATION_ONLY, only the login that creates the user writes it"
    })
    @DisplayName("explains itself in words that begin with the sync rule")
    void explanation(Reason reason, String words) {
        assertThat(decision(NAME, SyncRule.UNTIL_EDITED, reason).explanation()).isEqualTo("until_edited: " + words);
    }

    @Test
    @DisplayName("S10: applied to the attributes before, decisions give those after; what is kept is not touched")
    void apply() {
        RootAttributes before = RootAttributes.NONE
                .with(NAME, OwnedValue.of("Old", GOOGLE))
                .with(RootAttribute.NICKNAME, OwnedValue.of("nick", GOOGLE))
                .with(RootAttribute.PICTURE, OwnedValue.of("https://example.org/", GOOGLE));
        Decision set = new Decision(NAME, Action.SET, before.get(NAME), ADA, SyncRule.ON_EACH_LOGIN, Reason.SENT);
        Decision cleared = new Decision(
                RootAttribute.NICKNAME,
                Action.CLEARED,
                before.get(RootAttribute.NICKNAME),
                Optional.empty(),
                SyncRule.ON_EACH_LOGIN,
                Reason.CLEARED_BY_NULL);
        Decision kept = decision(RootAttribute.PICTURE, SyncRule.ON_EACH_LOGIN, Reason.NOT_SENT);

        assertThat(Decision.apply(List.of(set, cleared, kept), before))
                .isEqualTo(before.with(NAME, ADA.orElseThrow()).without(RootAttribute.NICKNAME));
    }

    @Test
    @DisplayName("is JSON with values before and after, owner, rule and reason")
    void json() {
        Decision decision = new Decision(NAME, Action.SET, Optional.empty(), ADA, SyncRule.ON_EACH_LOGIN, Reason.SENT);

        assertThat(decision.toJson())
                .isEqualTo(World.json("{'attribute':'name','action':'set','before':null,'after':'Ada',"
                        + "'owner':'google','rule':'S2','reason':'on_each_login: the provider sent a value'}"));
        assertThat(decision.toJson().names())
                .containsExactly("attribute", "action", "before", "after", "owner", "rule", "reason");
    }

    @Test
    @DisplayName("is JSON with a pair as an object, and null for nothing")
    void jsonOfPair() {
        Decision decision = new Decision(
                EMAIL, Action.CLEARED, ADDRESS, Optional.empty(), SyncRule.ON_EACH_LOGIN, Reason.CLEARED_BY_NULL);

        assertThat(decision.toJson())
                .isEqualTo(World.json("{'attribute':'email','action':'cleared',"
                        + "'before':{'email':'ada@example.org','email_verified':true},'after':null,'owner':null,"
                        + "'rule':'S5','reason':'on_each_login: the provider sent null'}"));
    }

    @Test
    @DisplayName("prints what is done and why, not the values")
    void string() {
        assertThat(new Decision(EMAIL, Action.SET, ADDRESS, ADDRESS, SyncRule.WHEN_EMPTY, Reason.SENT))
                .hasToString("email set by S3 (when_empty: the provider sent a value)");
    }
}
