package dev.onoma.core.sync;

import dev.onoma.core.attribute.AttributeValue;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.TextValue;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.provider.FlagState;
import dev.onoma.core.provider.Given;
import dev.onoma.core.provider.ProviderKind;
import java.util.Optional;

/** Decides one attribute from what the login gives, before anything is derived. */
final class GivenDecider {
    private final SyncInput input;

    GivenDecider(SyncInput input) {
        this.input = input;
    }

    Decision decide(RootAttribute attribute) {
        SyncRule rule = input.connection().rule(attribute);
        Optional<OwnedValue> stored = input.stored(attribute);
        Optional<Reason> obstacle = obstacle(rule, stored);
        if (obstacle.isPresent()) {
            return new Decision(attribute, Action.KEPT, stored, stored, rule, obstacle.get());
        }
        Given given = input.profile().given(attribute);
        return given.hasValue() ? write(attribute, rule, given) : without(attribute, rule, given.state());
    }

    /** Why the login may not write the attribute; empty when it may. */
    private Optional<Reason> obstacle(SyncRule rule, Optional<OwnedValue> stored) {
        if (input.occasion() == Occasion.REMAP && rule != SyncRule.NEVER_ON_LOGIN && isAnothers(stored)) {
            return Optional.of(Reason.OWNED_BY_ANOTHER);
        }
        return switch (rule) {
            case NEVER_ON_LOGIN -> Optional.of(Reason.NEVER);
            case ON_FIRST_LOGIN ->
                input.occasion() == Occasion.LOGIN ? Optional.of(Reason.CREATION_ONLY) : Optional.empty();
            case UNTIL_EDITED ->
                stored.filter(owned -> owned.owner().isEditor()).map(owned -> Reason.EDITED);
            case WHEN_EMPTY -> stored.filter(owned -> owned.owner().isGiver()).map(owned -> Reason.NOT_EMPTY);
            case ON_EACH_LOGIN -> Optional.empty();
        };
    }

    /** An address that somebody else has verified is theirs, whoever wrote it. */
    private boolean isAnothers(Optional<OwnedValue> stored) {
        Owner own = input.connection().asOwner();
        return stored.filter(owned -> (owned.owner().isGiver() && !owned.owner().equals(own))
                        || (owned.value() instanceof PairValue pair
                                && pair.verification()
                                        .filter(verification ->
                                                !verification.by().equals(own))
                                        .isPresent()))
                .isPresent();
    }

    private Decision write(RootAttribute attribute, SyncRule rule, Given given) {
        Optional<OwnedValue> stored = input.stored(attribute);
        AttributeValue value = attribute.isPair() ? pair(attribute, given, stored) : new TextValue(given.text());
        if (stored.isPresent() && stored.get().value().equals(value)) {
            if (stored.get().owner().isGiver()) {
                return new Decision(attribute, Action.KEPT, stored, stored, rule, keptReason(attribute, given, value));
            }
            return set(attribute, value, rule, Reason.TAKES_OVER);
        }
        return set(attribute, value, rule, setReason(attribute, given, stored, value));
    }

    private Decision set(RootAttribute attribute, AttributeValue value, SyncRule rule, Reason reason) {
        OwnedValue after = new OwnedValue(value, input.connection().asOwner());
        return new Decision(attribute, Action.SET, input.stored(attribute), Optional.of(after), rule, reason);
    }

    private static Reason keptReason(RootAttribute attribute, Given given, AttributeValue value) {
        boolean sticky = attribute.isPair() && given.flag() == FlagState.UNSAID && ((PairValue) value).isVerified();
        return sticky ? Reason.STAYS_VERIFIED : Reason.SENT_EQUAL;
    }

    private static Reason setReason(
            RootAttribute attribute, Given given, Optional<OwnedValue> stored, AttributeValue value) {
        boolean demoted = given.flag() == FlagState.UNSAID
                && value instanceof PairValue now
                && !now.isVerified()
                && stored.isPresent()
                && stored.get().value() instanceof PairValue then
                && then.isVerified()
                && attribute.isSameAddress(then.text(), now.text());
        return demoted ? Reason.TRUST_LOST : Reason.SENT;
    }

    /** A changed address comes with its flag; an unchanged one stays verified unless somebody has reason to doubt it. */
    private PairValue pair(RootAttribute attribute, Given given, Optional<OwnedValue> stored) {
        PairValue before = stored.map(OwnedValue::value)
                .map(PairValue.class::cast)
                .filter(pair -> attribute.isSameAddress(pair.text(), given.text()))
                .orElse(PairValue.unverified(given.text()));
        boolean stillVerified = input.isStillVerified(before, attribute);
        if (given.flag() == FlagState.FALSE || (given.flag() == FlagState.UNSAID && !stillVerified)) {
            return PairValue.unverified(given.text());
        }
        return stillVerified
                ? before.spelled(given.text())
                : PairValue.verified(given.text(), new Verification(verifier(), input.at()));
    }

    /** Where codes are sent, it is the owner of the address who shows it to us, and nobody else's word. */
    private Owner verifier() {
        return input.connection().provider().kind() == ProviderKind.PASSWORDLESS
                ? Owner.USER
                : input.connection().asOwner();
    }

    private Decision without(RootAttribute attribute, SyncRule rule, ClaimState state) {
        Optional<OwnedValue> stored = input.stored(attribute);
        if (stored.isPresent() && stored.get().owner().isGiver() && clears(attribute, state)) {
            Reason reason = state == ClaimState.NULL ? Reason.CLEARED_BY_NULL : Reason.CLEARED_BY_ABSENCE;
            return new Decision(attribute, Action.CLEARED, stored, Optional.empty(), rule, reason);
        }
        Reason reason = switch (state) {
            case NULL -> Reason.SENT_NULL;
            case UNREADABLE -> Reason.SENT_UNREADABLE;
            case NOT_CONSULTED -> input.profile().isMapped(attribute) ? Reason.NOT_CONSULTED : Reason.NOT_MAPPED;
            default -> Reason.NOT_SENT;
        };
        return new Decision(attribute, Action.KEPT, stored, stored, rule, reason);
    }

    private boolean clears(RootAttribute attribute, ClaimState state) {
        SyncPolicy policy = input.connection().syncPolicy();
        return (state == ClaimState.NULL && policy.clearsOnNull(attribute))
                || (state == ClaimState.ABSENT && policy.clearsOnAbsent(attribute));
    }
}
