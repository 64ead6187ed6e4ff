package dev.onoma.core.sync;

import dev.onoma.core.attribute.Derivation;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a login writes: first what was given, attribute by attribute, then the move of metadata, then what is
 * derived from the values that somebody gave. Pure.
 */
public final class Synchronization {
    private final SyncInput input;
    private final Map<RootAttribute, Decision> decisions = new EnumMap<>(RootAttribute.class);
    private final List<Warning> warnings = new ArrayList<>(0);

    private Synchronization(SyncInput input) {
        this.input = input;
    }

    /** What the login that creates a user writes. */
    public static SyncResult creation(
            NormalizedProfile profile, Connection connection, Connections connections, Instant at) {
        return new Synchronization(
                        new SyncInput(profile, connection, connections, RootAttributes.NONE, Occasion.CREATION, at))
                .run(JsonObject.EMPTY);
    }

    /** What a later login through the primary identity writes. */
    public static SyncResult ofPrimary(
            NormalizedProfile profile,
            Connection connection,
            Connections connections,
            RootAttributes before,
            JsonObject userMetadata,
            Instant at) {
        return new Synchronization(new SyncInput(profile, connection, connections, before, Occasion.LOGIN, at))
                .run(userMetadata);
    }

    /** What the stored claims of a primary identity write when they are mapped again, and nobody logs in. */
    public static SyncResult ofStored(
            NormalizedProfile profile,
            Connection connection,
            Connections connections,
            RootAttributes before,
            Instant at) {
        Synchronization remap =
                new Synchronization(new SyncInput(profile, connection, connections, before, Occasion.REMAP, at));
        return remap.decide(JsonObject.EMPTY, false);
    }

    /** What a login through another identity writes: nothing, and why. */
    public static SyncResult ofSecondary(
            NormalizedProfile profile, Connection connection, RootAttributes before, JsonObject userMetadata) {
        List<Decision> kept = new ArrayList<>();
        for (RootAttribute attribute : RootAttribute.ALL) {
            Optional<OwnedValue> stored = before.get(attribute);
            if (stored.isPresent() || wasSent(profile, attribute)) {
                SyncRule rule = connection.rule(attribute);
                kept.add(new Decision(attribute, Action.KEPT, stored, stored, rule, Reason.SECONDARY));
            }
        }
        return new SyncResult(kept, before, userMetadata, List.of());
    }

    private SyncResult run(JsonObject userMetadata) {
        return decide(userMetadata, !input.connection().metadataMigration().isEmpty());
    }

    private SyncResult decide(JsonObject userMetadata, boolean movesMetadata) {
        GivenDecider decider = new GivenDecider(input);
        for (RootAttribute attribute : RootAttribute.ALL) {
            decisions.put(attribute, decider.decide(attribute));
        }
        JsonObject metadata =
                movesMetadata ? new MetadataMove(input, decisions, warnings).move(userMetadata) : userMetadata;
        RootAttributes given = Decision.apply(List.copyOf(decisions.values()), input.before());
        derive(RootAttribute.NAME, given);
        derive(RootAttribute.NICKNAME, given);
        derive(RootAttribute.PICTURE, given);
        List<Decision> told = told();
        return new SyncResult(told, Decision.apply(told, input.before()), metadata, warnings);
    }

    private List<Decision> told() {
        List<Decision> told = new ArrayList<>(RootAttribute.ALL.size());
        for (Decision decision : decisions.values()) {
            if (decision.before().isPresent()
                    || decision.after().isPresent()
                    || wasSent(input.profile(), decision.attribute())) {
                told.add(decision);
            }
        }
        return told;
    }

    private static boolean wasSent(NormalizedProfile profile, RootAttribute attribute) {
        ClaimState state = profile.given(attribute).state();
        return state == ClaimState.VALUE || state == ClaimState.NULL || state == ClaimState.UNREADABLE;
    }

    /** Only values that somebody gave feed a derived one, so a second login derives the same. */
    private void derive(RootAttribute attribute, RootAttributes given) {
        Decision decision = decisions.get(attribute);
        if (decision == null || !mayDerive(decision)) {
            return;
        }
        Derivation derivation = input.connection().derivation();
        Optional<String> value =
                derivation.derive(attribute, given::given, input.profile().subject());
        if (value.isEmpty()) {
            return;
        }
        Optional<OwnedValue> derived = Optional.of(OwnedValue.of(value.get(), Owner.DERIVED));
        boolean equal = decision.before().equals(derived);
        Action action = equal ? Action.KEPT : Action.DERIVED;
        Reason reason = equal
                ? Reason.DERIVED_EQUAL
                : decision.action() == Action.CLEARED ? Reason.DERIVED_INSTEAD : Reason.DERIVED;
        decisions.put(
                attribute, new Decision(attribute, action, decision.before(), derived, decision.syncRule(), reason));
    }

    /** Where the rule lets the login write, it gave nothing, and nothing stands there or a derived value. */
    private boolean mayDerive(Decision decision) {
        boolean nothingGiven =
                decision.before().map(owned -> !owned.owner().isGiver()).orElse(true);
        return switch (decision.reason()) {
            case CLEARED_BY_NULL, CLEARED_BY_ABSENCE -> true;
            case NOT_SENT, NOT_MAPPED, NOT_CONSULTED, SENT_NULL -> nothingGiven;
            case SENT_UNREADABLE -> decision.before().isEmpty();
            default -> false;
        };
    }
}
