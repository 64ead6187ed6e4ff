package dev.onoma.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.AttributeValue;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.TextValue;
import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a later login does to each attribute, by rule, state of the claim and owner of what is stored")
class SyncMatrixTest {
    private static final String CONNECTION = "database";
    private static final Map<RootAttribute, String> OLD = Map.of(
            RootAttribute.NAME, "Old Name",
            RootAttribute.GIVEN_NAME, "Old Given",
            RootAttribute.FAMILY_NAME, "Old Family",
            RootAttribute.NICKNAME, "old-nick",
            RootAttribute.PICTURE, "https://example.org/old.png",
            RootAttribute.EMAIL, "old@example.org",
            RootAttribute.USERNAME, "old_user",
            RootAttribute.PHONE_NUMBER, "+491");
    private static final Map<RootAttribute, String> NEW = Map.of(
            RootAttribute.NAME, "New Name",
            RootAttribute.GIVEN_NAME, "New Given",
            RootAttribute.FAMILY_NAME, "New Family",
            RootAttribute.NICKNAME, "new-nick",
            RootAttribute.PICTURE, "https://example.org/new.png",
            RootAttribute.EMAIL, "new@example.org",
            RootAttribute.USERNAME, "new_user",
            RootAttribute.PHONE_NUMBER, "+492");

    /** Which owners' values a rule lets a later login overwrite. */
    private static final Map<SyncRule, List<String>> OVERWRITES = Map.of(
            SyncRule.ON_EACH_LOGIN, List.of("none", "derived", CONNECTION, "elsewhere", "import", "user", "admin"),
            SyncRule.UNTIL_EDITED, List.of("none", "derived", CONNECTION, "elsewhere", "import"),
            SyncRule.WHEN_EMPTY, List.of("none", "derived"),
            SyncRule.ON_FIRST_LOGIN, List.of(),
            SyncRule.NEVER_ON_LOGIN, List.of());

    static Stream<Arguments> everything() {
        return RootAttribute.ALL.stream()
                .flatMap(attribute -> Stream.of(SyncRule.values())
                        .flatMap(rule -> OVERWRITES.get(SyncRule.ON_EACH_LOGIN).stream()
                                .filter(owner -> !owner.equals("derived") || isDerivable(attribute))
                                .map(owner -> Arguments.of(attribute, rule, owner))));
    }

    @ParameterizedTest(name = "{0} under {1}, owned by {2}")
    @MethodSource("everything")
    @DisplayName("S1 S2 S3 S4: an override decides for every attribute whether a value that was sent overwrites")
    void value(RootAttribute attribute, SyncRule rule, String owner) {
        SyncResult result = sync(attribute, rule, owner, ClaimState.VALUE);

        boolean overwrites = OVERWRITES.get(rule).contains(owner);
        assertThat(result.root().text(attribute))
                .isEqualTo(
                        overwrites
                                ? Optional.of(NEW.get(attribute))
                                : stored(attribute, owner).text(attribute));
        assertThat(result.root().owner(attribute))
                .isEqualTo(
                        overwrites
                                ? Optional.of(new Owner(CONNECTION))
                                : stored(attribute, owner).owner(attribute));
        assertThat(actions(result, attribute)).containsExactly(overwrites ? Action.SET : Action.KEPT);
    }

    @ParameterizedTest(name = "{0} under {1}, owned by {2}")
    @MethodSource("everything")
    @DisplayName("S2: absent, null, unreadable and not consulted keep what somebody gave, under every rule")
    void nothing(RootAttribute attribute, SyncRule rule, String owner) {
        if (owner.equals("none") || owner.equals("derived")) {
            return;
        }
        for (ClaimState state : ClaimState.values()) {
            if (state != ClaimState.VALUE) {
                SyncResult result = sync(attribute, rule, owner, state);

                assertThat(result.root()).as(state.name()).isEqualTo(stored(attribute, owner));
                assertThat(actions(result, attribute)).as(state.name()).containsExactly(Action.KEPT);
            }
        }
    }

    @ParameterizedTest(name = "{0} under {1}, owned by {2}")
    @MethodSource("everything")
    @DisplayName("The reason tells what kept a value: the rule first, then what was sent")
    void reasons(RootAttribute attribute, SyncRule rule, String owner) {
        if (owner.equals("none") || owner.equals("derived")) {
            return;
        }
        for (ClaimState state : ClaimState.values()) {
            Reason expected = obstacle(rule, owner)
                    .orElse(
                            switch (state) {
                                case VALUE -> Reason.SENT;
                                case NULL -> Reason.SENT_NULL;
                                case ABSENT -> Reason.NOT_SENT;
                                case UNREADABLE -> Reason.SENT_UNREADABLE;
                                case NOT_CONSULTED -> Reason.NOT_CONSULTED;
                            });

            SyncResult result = sync(attribute, rule, owner, state);

            assertThat(result.decisions())
                    .extracting(Decision::reason)
                    .as(state.name())
                    .containsExactly(expected);
        }
    }

    private static Optional<Reason> obstacle(SyncRule rule, String owner) {
        return OVERWRITES.get(rule).contains(owner)
                ? Optional.empty()
                : Optional.of(
                        switch (rule) {
                            case ON_FIRST_LOGIN -> Reason.CREATION_ONLY;
                            case NEVER_ON_LOGIN -> Reason.NEVER;
                            case UNTIL_EDITED -> Reason.EDITED;
                            default -> Reason.NOT_EMPTY;
                        });
    }

    private static boolean isDerivable(RootAttribute attribute) {
        return attribute == RootAttribute.NAME
                || attribute == RootAttribute.NICKNAME
                || attribute == RootAttribute.PICTURE;
    }

    private static List<Action> actions(SyncResult result, RootAttribute attribute) {
        return result.decisions().stream()
                .filter(decision -> decision.attribute() == attribute)
                .map(Decision::action)
                .toList();
    }

    private static RootAttributes stored(RootAttribute attribute, String owner) {
        if (owner.equals("none")) {
            return RootAttributes.NONE;
        }
        String text = OLD.get(attribute);
        AttributeValue value = attribute.isPair() ? PairValue.unverified(text) : new TextValue(text);
        return RootAttributes.NONE.with(attribute, new OwnedValue(value, new Owner(owner)));
    }

    private static SyncResult sync(RootAttribute attribute, SyncRule rule, String owner, ClaimState state) {
        SyncPolicy policy = SyncPolicy.NEVER_ON_LOGIN.override(attribute, rule);
        Connection connection =
                Tables.connection(Tables.DATABASE).syncPolicy(policy).build();
        return Synchronization.ofPrimary(
                connection.normalize(claims(attribute, state)).orElseThrow(),
                connection,
                Connections.of(connection),
                stored(attribute, owner),
                JsonObject.EMPTY,
                MovableClock.START);
    }

    private static Claims claims(RootAttribute attribute, ClaimState state) {
        String field = attribute.name().toLowerCase(Locale.ROOT);
        JsonObject.Builder claims = JsonObject.builder().put("sub", "1");
        switch (state) {
            case VALUE -> claims.put(field, NEW.get(attribute));
            case NULL -> claims.put(field, JsonNull.NULL);
            case UNREADABLE -> claims.put(field, JsonNumber.of(7));
            default -> {}
        }
        Claims asked = Claims.of(claims.build(), Evidence.IMPORT);
        return state == ClaimState.NOT_CONSULTED ? asked.notConsulted(Evidence.USERINFO_RESPONSE) : asked;
    }
}
