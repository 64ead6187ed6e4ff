package dev.onoma.core.administration;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.User;
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

    void write(UserChange.Update change) {
        Optional<Credential> renamed =
                store instanceof AccountStore accounts ? renamed(change, accounts) : Optional.empty();
        if (renamed.isPresent()) {
            ((AccountStore) store).credentials().write(change, renamed.get());
        } else {
            store.write(change);
        }
    }

    /** The credential of the primary identity, where the edit changes its names. */
    private static Optional<Credential> renamed(UserChange.Update change, AccountStore accounts) {
        User before = change.before().user();
        boolean unchanged = NAMES.stream()
                .allMatch(name -> before.text(name).equals(change.after().text(name)));
        return unchanged
                ? Optional.empty()
                : accounts.credentials()
                        .find(before.primaryIdentity().key())
                        .map(credential -> credential.named(change.after().root()));
    }
}
