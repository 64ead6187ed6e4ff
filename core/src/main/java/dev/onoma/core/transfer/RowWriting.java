package dev.onoma.core.transfer;

import dev.onoma.core.attribute.AttributeValue;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.TextValue;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a row makes of a user. Pure. */
final class RowWriting {
    private static final List<RootAttribute> DERIVABLE =
            List.of(RootAttribute.NAME, RootAttribute.NICKNAME, RootAttribute.PICTURE);

    private final Connection connection;
    private final Instant at;

    RowWriting(Connection connection, Instant at) {
        this.connection = connection;
        this.at = at;
    }

    /** The user that a row makes. */
    User create(ImportRow row, Account account) {
        RootAttributes root = written(RootAttributes.NONE, row);
        return User.builder(account.id(), identity(account.key(), row, root), at)
                .root(derived(root, account.key().subject()))
                .userMetadata(row.userMetadata().orElse(JsonObject.EMPTY))
                .appMetadata(row.appMetadata().orElse(JsonObject.EMPTY))
                .blocked(row.blocked().orElse(false))
                .build();
    }

    /** A user as a row changes it; the same when it changes nothing. */
    User update(User user, ImportRow row) {
        RootAttributes root = written(user.root(), row);
        Identity primary = user.primaryIdentity();
        User after = user.toBuilder()
                // Elsewhere, what is derived follows the rules of another connection.
                .root(isHere(primary) ? derived(root, primary.subject()) : root)
                .identities(identities(user, row, root))
                .userMetadata(row.userMetadata().orElse(user.userMetadata()))
                .appMetadata(row.appMetadata().orElse(user.appMetadata()))
                .build();
        return after.sameProfile(user) ? user : after.toBuilder().updatedAt(at).build();
    }

    private boolean isHere(Identity identity) {
        return identity.connection().equals(connection.name());
    }

    private RootAttributes written(RootAttributes before, ImportRow row) {
        RootAttributes root = before;
        for (RootAttribute attribute : row.texts().keySet()) {
            String text = row.text(attribute).orElseThrow();
            AttributeValue value = attribute.isPair() ? pair(before, row, attribute, text) : new TextValue(text);
            boolean same = before.get(attribute)
                    .filter(owned ->
                            owned.value().equals(value) && owned.owner().isGiver())
                    .isPresent();
            root = same ? root : root.with(attribute, new OwnedValue(value, Owner.IMPORT));
        }
        return root;
    }

    /** A new address is unverified unless the row says otherwise; the same one keeps its verification. */
    private PairValue pair(RootAttributes before, ImportRow row, RootAttribute attribute, String address) {
        PairValue pair = before.pair(attribute)
                .filter(stored -> attribute.isSameAddress(stored.text(), address))
                .orElse(PairValue.unverified(address))
                .spelled(address);
        boolean verified = row.flags().getOrDefault(attribute, pair.isVerified());
        if (verified == pair.isVerified()) {
            return pair;
        }
        return verified
                ? PairValue.verified(address, new Verification(Owner.IMPORT, at))
                : PairValue.unverified(address);
    }

    private RootAttributes derived(RootAttributes given, String subject) {
        RootAttributes root = given;
        for (RootAttribute attribute : DERIVABLE) {
            if (given.given(attribute).isEmpty()) {
                Optional<String> value = connection.derivation().derive(attribute, given::given, subject);
                root = value.isPresent()
                        ? root.with(attribute, OwnedValue.of(value.get(), Owner.DERIVED))
                        : root.without(attribute);
            }
        }
        return root;
    }

    private List<Identity> identities(User user, ImportRow row, RootAttributes root) {
        List<Identity> identities = new ArrayList<>();
        boolean found = false;
        for (Identity identity : user.identities()) {
            boolean meant = !found
                    && isHere(identity)
                    && row.account()
                            .map(account -> account.key().equals(identity.key()))
                            .orElse(true);
            found |= meant;
            identities.add(meant ? identity.withProfileData(claims(identity, row, root)) : identity);
        }
        return identities;
    }

    private Identity identity(IdentityKey key, ImportRow row, RootAttributes root) {
        Identity bare = new Identity(
                key,
                connection.provider().name(),
                false,
                JsonObject.builder().put("user_id", key.subject()).build());
        return bare.withProfileData(claims(bare, row, root));
    }

    /** The row as the record that a login would bring, over what is there: read again when the identity is unlinked. */
    private JsonObject claims(Identity identity, ImportRow row, RootAttributes root) {
        JsonObject.Builder record = identity.profileData().toBuilder();
        for (RootAttribute attribute : row.texts().keySet()) {
            record.put(attribute.fieldName(), row.text(attribute).orElseThrow());
            root.pair(attribute)
                    .ifPresent(pair -> record.put(attribute.flagName().orElseThrow(), pair.isVerified()));
        }
        Claims claims = Claims.of(record.build(), Evidence.IMPORT, connection.limits());
        return connection.normalizeStored(identity.subject(), claims) instanceof NormalizedProfile profile
                ? profile.profileData()
                : identity.profileData();
    }
}
