package dev.onoma.core.administration;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes edits so that users log in with the address, user name and phone number that they have afterwards. */
final class LoginNames {
    private static final List<RootAttribute> NAMES =
            List.of(RootAttribute.EMAIL, RootAttribute.USERNAME, RootAttribute.PHONE_NUMBER);

    private final UserStore store;

    LoginNames(UserStore store) {
        this.store = store;
    }

    /** Writes an edit, and answers the user as it was written. */
    User write(UserChange.Update change) {
        if (store instanceof AccountStore accounts && isRenamed(change)) {
            User before = change.before().user();
            Optional<Credential> credential =
                    accounts.credentials().find(before.primaryIdentity().key());
            if (credential.isPresent()) {
                return renamed(change, credential.get(), accounts);
            }
        }
        store.write(change);
        return change.after();
    }

    private static boolean isRenamed(UserChange.Update change) {
        return NAMES.stream().anyMatch(name -> isChanged(change, name));
    }

    private static boolean isChanged(UserChange.Update change, RootAttribute name) {
        return !change.before().user().text(name).equals(change.after().text(name));
    }

    /** Tickets end with the address: one that was asked for under the old address must not put another in its place. */
    private static User renamed(UserChange.Update change, Credential credential, AccountStore accounts) {
        User after = claiming(change);
        accounts.credentials()
                .write(
                        new UserChange.Update(change.before(), after, change.login(), change.events()),
                        credential.named(after.root()));
        if (isChanged(change, RootAttribute.EMAIL)) {
            accounts.tickets().revoke(credential.identity());
        }
        return after;
    }

    /**
     * The user as the edit leaves it, with the new names in what its identity claims: that is what counts for the
     * account once it is linked to another user, or leaves one.
     */
    private static User claiming(UserChange.Update change) {
        User after = change.after();
        Identity primary = after.primaryIdentity();
        JsonObject claims = primary.profileData();
        for (RootAttribute name : NAMES) {
            if (isChanged(change, name)) {
                claims = name.flagName().map(claims::without).orElse(claims);
                JsonObject rest = claims.without(name.fieldName());
                claims = after.text(name)
                        .map(text ->
                                rest.toBuilder().put(name.fieldName(), text).build())
                        .orElse(rest);
            }
        }
        List<Identity> identities = new ArrayList<>(after.identities());
        identities.set(0, primary.withProfileData(claims));
        return after.toBuilder().identities(identities).build();
    }
}
