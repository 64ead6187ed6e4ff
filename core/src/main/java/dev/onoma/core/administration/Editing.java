package dev.onoma.core.administration;

import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.RefusedException;
import dev.onoma.core.attribute.AttributeFormat;
import dev.onoma.core.attribute.AttributeValue;
import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.Derivation;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.TextValue;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One edit of one user: all of it, or nothing and why. Pure. */
final class Editing {
    private final User user;
    private final Edit edit;
    private final Optional<Connection> connection;
    private final Instant at;
    private final Limits limits;

    /**
     * Prepares an edit.
     *
     * @param connection that of the primary identity; empty when it is configured no longer, so no login would undo
     *     the edit
     */
    Editing(User user, Edit edit, Optional<Connection> connection, Instant at) {
        this.user = user;
        this.edit = edit;
        this.connection = connection;
        this.at = at;
        this.limits = connection.map(Connection::limits).orElse(Limits.STANDARD);
    }

    ChangeResult carryOut() {
        try {
            if (edit.refusal().isPresent()) {
                throw edit.refusal().get().asException();
            }
            User after = user.toBuilder()
                    .root(editedRoot())
                    .userMetadata(merged("user_metadata", user.userMetadata(), edit.userMetadata()))
                    .appMetadata(merged("app_metadata", user.appMetadata(), edit.appMetadata()))
                    .build();
            return ChangeResult.Done.of(
                    user,
                    after.sameProfile(user)
                            ? user
                            : after.toBuilder().updatedAt(at).build());
        } catch (RefusedException refused) {
            return new ChangeResult.Refused(refused.refusal());
        }
    }

    private RootAttributes editedRoot() {
        RootAttributes root = user.root();
        for (RootAttribute attribute : RootAttribute.ALL) {
            if (edit.texts().containsKey(attribute) || edit.flags().containsKey(attribute)) {
                checkEditable(attribute);
                Optional<String> text = edit.texts().getOrDefault(attribute, root.text(attribute));
                RootAttributes after = edited(root, attribute, text);
                checkConfirmed(attribute, root, after);
                root = after;
            }
        }
        return derived(root);
    }

    private void checkEditable(RootAttribute attribute) {
        if (connection.isPresent() && !connection.get().isEditable(attribute)) {
            throw refusal(
                    RefusalCode.ATTRIBUTE_NOT_EDITABLE,
                    attribute.fieldName() + " is overwritten by each login through connection \""
                            + connection.get().name() + "\"; its sync rule on_first_login or until_edited would allow"
                            + " the edit");
        }
    }

    /** Whoever could set an address without reading what is sent there could take another person's. */
    private void checkConfirmed(RootAttribute attribute, RootAttributes before, RootAttributes after) {
        boolean same = before.text(attribute).equals(after.text(attribute))
                || (before.has(attribute)
                        && after.has(attribute)
                        && attribute.isSameAddress(
                                before.text(attribute).orElseThrow(),
                                after.text(attribute).orElseThrow()));
        if (attribute.isPair()
                && !same
                && edit.by().equals(Owner.USER)
                && connection.filter(Connection::confirmsAddresses).isPresent()) {
            throw refusal(
                    RefusalCode.ATTRIBUTE_NOT_EDITABLE,
                    attribute.fieldName() + " is what users log in with at connection \""
                            + connection.get().name() + "\": a message to the new one has to be answered first");
        }
    }

    private RootAttributes edited(RootAttributes root, RootAttribute attribute, Optional<String> text) {
        if (text.isEmpty()) {
            if (edit.flags().containsKey(attribute)) {
                throw refusal(
                        RefusalCode.INVALID_ATTRIBUTE,
                        attribute.flagName().orElseThrow() + " needs an address beside it");
            }
            return root.without(attribute);
        }
        AttributeValue value = attribute.isPair()
                ? pair(root, attribute, checked(attribute, text.get()))
                : new TextValue(checked(attribute, text.get()));
        boolean same = root.get(attribute)
                .filter(owned -> owned.value().equals(value) && owned.owner().isGiver())
                .isPresent();
        return same ? root : root.with(attribute, new OwnedValue(value, edit.by()));
    }

    private String checked(RootAttribute attribute, String text) {
        boolean stored = user.text(attribute).equals(Optional.of(text));
        if (!stored && (Characters.isBlank(text) || Characters.isUnsafe(text))) {
            throw refusal(
                    RefusalCode.INVALID_ATTRIBUTE,
                    attribute.fieldName() + " must not be blank, nor hold NUL or lone surrogates; null removes it");
        }
        Optional<String> violation = stored ? Optional.empty() : AttributeFormat.violation(attribute, text, limits);
        if (violation.isPresent()) {
            throw refusal(RefusalCode.INVALID_ATTRIBUTE, attribute.fieldName() + " must be " + violation.get());
        }
        boolean own =
                connection.filter(primary -> primary.provider().kind().isOwn()).isPresent();
        return attribute == RootAttribute.USERNAME && own ? Characters.lowerAscii(text) : text;
    }

    /** A new address is unverified unless an administrator says otherwise; the same one keeps its verification. */
    private PairValue pair(RootAttributes root, RootAttribute attribute, String address) {
        PairValue before = root.pair(attribute)
                .filter(pair -> attribute.isSameAddress(pair.text(), address))
                .orElse(PairValue.unverified(address))
                .spelled(address);
        Boolean flag = edit.flags().get(attribute);
        if (flag == null || flag == before.isVerified()) {
            return before;
        }
        return flag ? PairValue.verified(address, new Verification(Owner.ADMIN, at)) : PairValue.unverified(address);
    }

    /** What the edit removed may be derived at once. */
    private RootAttributes derived(RootAttributes root) {
        Derivation derivation = connection.map(Connection::derivation).orElse(Derivation.STANDARD);
        RootAttributes complete = root;
        for (Map.Entry<RootAttribute, Optional<String>> entry : edit.texts().entrySet()) {
            if (entry.getValue().isEmpty()) {
                Optional<String> value = derivation.derive(
                        entry.getKey(), root::given, user.primaryIdentity().subject());
                if (value.isPresent()) {
                    complete = complete.with(entry.getKey(), OwnedValue.of(value.get(), Owner.DERIVED));
                }
            }
        }
        return complete;
    }

    private JsonObject merged(String which, JsonObject stored, Optional<JsonObject> changes) {
        if (changes.isEmpty()) {
            return stored;
        }
        JsonObject merged = MetadataRules.merge(stored, changes.get());
        Optional<Refusal> refusal = MetadataRules.check(which, changes.get(), merged, limits);
        if (refusal.isPresent()) {
            throw refusal.get().asException();
        }
        return merged;
    }

    private static RefusedException refusal(RefusalCode code, String message) {
        return new Refusal(code, message).asException();
    }
}
