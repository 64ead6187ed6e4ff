package dev.onoma.core.connection;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.provider.ProviderKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When logins through a connection write root attributes: a mode, overrides for single attributes, and what an absent
 * or a null claim does. Immutable.
 */
public final class SyncPolicy {
    public static final SyncPolicy ON_EACH_LOGIN = ofMode(SyncRule.ON_EACH_LOGIN);
    public static final SyncPolicy ON_FIRST_LOGIN = ofMode(SyncRule.ON_FIRST_LOGIN);
    public static final SyncPolicy NEVER_ON_LOGIN = ofMode(SyncRule.NEVER_ON_LOGIN);

    private final SyncRule mode;
    private final Map<RootAttribute, SyncRule> overrides;
    private final Set<RootAttribute> clearedOnNull;
    private final Set<RootAttribute> clearedOnAbsent;

    private SyncPolicy(
            SyncRule mode,
            Map<RootAttribute, SyncRule> overrides,
            Set<RootAttribute> clearedOnNull,
            Set<RootAttribute> clearedOnAbsent) {
        this.mode = mode;
        this.overrides = Collections.unmodifiableMap(overrides);
        this.clearedOnNull = Collections.unmodifiableSet(clearedOnNull);
        this.clearedOnAbsent = Collections.unmodifiableSet(clearedOnAbsent);
    }

    /**
     * A mode without overrides.
     *
     * @throws IllegalArgumentException when the rule is no mode: {@code until_edited} or {@code when_empty}
     */
    public static SyncPolicy ofMode(SyncRule mode) {
        if (!mode.isMode()) {
            throw new IllegalArgumentException(
                    "sync mode must be on_each_login, on_first_login or never_on_login, but is " + mode.word());
        }
        return new SyncPolicy(mode, new EnumMap<>(RootAttribute.class), none(), none());
    }

    private static Set<RootAttribute> none() {
        return EnumSet.noneOf(RootAttribute.class);
    }

    /** This policy with a rule of its own for one attribute, which wins over the mode whatever the attribute. */
    public SyncPolicy override(RootAttribute attribute, SyncRule rule) {
        Map<RootAttribute, SyncRule> more = new EnumMap<>(RootAttribute.class);
        more.putAll(overrides);
        more.put(requireNonNull(attribute, "attribute"), requireNonNull(rule, "rule"));
        return new SyncPolicy(mode, more, copy(clearedOnNull), copy(clearedOnAbsent));
    }

    /** This policy, under which a claim that is null clears the attribute where a login may write it. */
    public SyncPolicy clearOnNull(RootAttribute attribute) {
        Set<RootAttribute> more = copy(clearedOnNull);
        more.add(requireNonNull(attribute, "attribute"));
        return new SyncPolicy(mode, copy(overrides), more, copy(clearedOnAbsent));
    }

    /**
     * This policy, under which the absence of a claim clears the attribute where a login may write it. Absence counts
     * only when every source that could hold the claim was consulted.
     *
     * @throws IllegalArgumentException for the e-mail address, which absence never clears
     */
    public SyncPolicy clearOnAbsent(RootAttribute attribute) {
        if (attribute == RootAttribute.EMAIL) {
            throw new IllegalArgumentException("clear_on_absent cannot name email: absence never clears an address");
        }
        Set<RootAttribute> more = copy(clearedOnAbsent);
        more.add(attribute);
        return new SyncPolicy(mode, copy(overrides), copy(clearedOnNull), more);
    }

    private static Set<RootAttribute> copy(Set<RootAttribute> attributes) {
        Set<RootAttribute> copy = none();
        copy.addAll(attributes);
        return copy;
    }

    private static Map<RootAttribute, SyncRule> copy(Map<RootAttribute, SyncRule> rules) {
        Map<RootAttribute, SyncRule> copy = new EnumMap<>(RootAttribute.class);
        copy.putAll(rules);
        return copy;
    }

    public SyncRule mode() {
        return mode;
    }

    /** The attribute's own rule; empty when it follows the mode. */
    public Optional<SyncRule> overrideOf(RootAttribute attribute) {
        return Optional.ofNullable(overrides.get(attribute));
    }

    public boolean clearsOnNull(RootAttribute attribute) {
        return clearedOnNull.contains(attribute);
    }

    public boolean clearsOnAbsent(RootAttribute attribute) {
        return clearedOnAbsent.contains(attribute);
    }

    /**
     * The rule for an attribute: its override; else the mode for the five attributes that it governs; else, where the
     * application is itself the identity provider, or under {@code never_on_login}, the mode again; else each login,
     * which e-mail address and phone number follow, but no login writes the user name.
     */
    public SyncRule rule(RootAttribute attribute, ProviderKind kind) {
        SyncRule override = overrides.get(attribute);
        if (override != null) {
            return override;
        }
        if (attribute.isGovernedByMode() || kind.isOwn() || mode == SyncRule.NEVER_ON_LOGIN) {
            return mode;
        }
        return attribute.isPair() ? SyncRule.ON_EACH_LOGIN : SyncRule.NEVER_ON_LOGIN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncPolicy policy
                && mode == policy.mode
                && overrides.equals(policy.overrides)
                && clearedOnNull.equals(policy.clearedOnNull)
                && clearedOnAbsent.equals(policy.clearedOnAbsent);
    }

    @Override
    public int hashCode() {
        return mode.hashCode() * 31 + overrides.hashCode();
    }

    @Override
    public String toString() {
        return "SyncPolicy[" + mode.word() + ", overrides=" + overrides + ", clearedOnNull=" + clearedOnNull
                + ", clearedOnAbsent=" + clearedOnAbsent + "]";
    }
}
