package dev.onoma.core.store;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.Set;

/**
 * By what a batch of imported rows may mean users that are stored already.
 *
 * @param connection the connection that is imported to
 * @param ids user ids, of whatever connection
 * @param subjects subjects of identities at the connection
 * @param emailKeys e-mail addresses by their keys, of users with an identity at the connection
 * @param usernames user names, compared exactly, of users with an identity at the connection
 * @param phoneNumbers phone numbers, compared exactly, of users with an identity at the connection
 */
public record ImportKeys(
        String connection,
        Set<UserId> ids,
        Set<String> subjects,
        Set<String> emailKeys,
        Set<String> usernames,
        Set<String> phoneNumbers) {
    public ImportKeys {
        requireNonNull(connection, "connection");
        ids = Set.copyOf(ids);
        subjects = Set.copyOf(subjects);
        emailKeys = Set.copyOf(emailKeys);
        usernames = Set.copyOf(usernames);
        phoneNumbers = Set.copyOf(phoneNumbers);
    }

    /** Whether one of the keys beside ids and subjects means a user. */
    public boolean mean(User user) {
        boolean atConnection = user.identities().stream()
                .anyMatch(identity -> identity.connection().equals(connection));
        return atConnection
                && (user.emailKey().filter(emailKeys::contains).isPresent()
                        || user.text(RootAttribute.USERNAME)
                                .filter(usernames::contains)
                                .isPresent()
                        || user.text(RootAttribute.PHONE_NUMBER)
                                .filter(phoneNumbers::contains)
                                .isPresent());
    }

    /** How many there are, not which. */
    @Override
    public String toString() {
        return "ImportKeys[" + connection + ", ids=" + ids.size() + ", subjects=" + subjects.size() + ", emailKeys="
                + emailKeys.size() + ", usernames=" + usernames.size() + ", phoneNumbers=" + phoneNumbers.size() + "]";
    }
}
