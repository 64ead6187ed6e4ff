package dev.onoma.core.sync;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.AttributeValue;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * What a login does to one root attribute, by which rule and why.
 *
 * @param attribute the attribute; a pair has one decision
 * @param action what is done
 * @param before value and owner before; empty when it was not set
 * @param after value and owner after; empty when it is not set
 * @param syncRule the rule that the connection has for the attribute
 * @param reason why
 */
public record Decision(
        RootAttribute attribute,
        Action action,
        Optional<OwnedValue> before,
        Optional<OwnedValue> after,
        SyncRule syncRule,
        Reason reason) {
    public Decision {
        requireNonNull(attribute, "attribute");
        requireNonNull(action, "action");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(syncRule, "syncRule");
        requireNonNull(reason, "reason");
    }

    /** The root attributes that the decisions make of others. */
    public static RootAttributes apply(List<Decision> decisions, RootAttributes before) {
        RootAttributes after = before;
        for (Decision decision : decisions) {
            if (decision.action != Action.KEPT) {
                after = decision.after.isPresent()
                        ? after.with(decision.attribute, decision.after.get())
                        : after.without(decision.attribute);
            }
        }
        return after;
    }

    /** The number of the rule of the design that decided, such as {@code S2}; docs/rules.md explains them. */
    public String rule() {
        return switch (reason) {
            case DERIVED, DERIVED_INSTEAD, DERIVED_EQUAL -> "M6";
            case SENT_UNREADABLE -> "M2";
            case SECONDARY -> "S6";
            case MOVED -> "S8";
            case STAYS_VERIFIED, TRUST_LOST -> "S5";
            default -> ruleOfMode();
        };
    }

    private String ruleOfMode() {
        return switch (syncRule) {
            case ON_EACH_LOGIN -> attribute.isGovernedByMode() ? "S2" : "S5";
            case NEVER_ON_LOGIN -> "S4";
            default -> "S3";
        };
    }

    /** Why, in words that begin with the sync rule: {@code on_each_login: the provider sent a value}. */
    public String explanation() {
        return syncRule.word() + ": " + reason.words();
    }

    /** Who owns the attribute afterwards; empty when it is not set. */
    public Optional<Owner> owner() {
        return after.map(OwnedValue::owner);
    }

    /** As JSON: {@code attribute action before after owner rule reason}; a pair's values as objects. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("attribute", attribute.fieldName())
                .put("action", action.word())
                .put("before", valueJson(before))
                .put("after", valueJson(after))
                .put(
                        "owner",
                        owner().<JsonValue>map(owner -> new JsonString(owner.name()))
                                .orElse(JsonNull.NULL))
                .put("rule", rule())
                .put("reason", explanation())
                .build();
    }

    private JsonValue valueJson(Optional<OwnedValue> owned) {
        if (owned.isEmpty()) {
            return JsonNull.NULL;
        }
        AttributeValue value = owned.get().value();
        return value instanceof PairValue pair
                ? JsonObject.builder()
                        .put(attribute.fieldName(), pair.text())
                        .put(attribute.flagName().orElseThrow(), pair.isVerified())
                        .build()
                : new JsonString(value.text());
    }

    /** What is done and why; not the values. */
    @Override
    public String toString() {
        return attribute.fieldName() + " " + action.word() + " by " + rule() + " (" + explanation() + ")";
    }
}
