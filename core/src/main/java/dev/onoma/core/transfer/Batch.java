package dev.onoma.core.transfer;

import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.json.JsonRow;
import dev.onoma.core.store.ImportKeys;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Rows that are decided and written together. */
final class Batch {
    private final Connection connection;

    /** By their places in the batch, as what fails is told in the file's order. */
    private final Map<Integer, ImportRow> readable = new LinkedHashMap<>();

    private final Map<Integer, FailedRow> unreadable = new LinkedHashMap<>();

    Batch(Connection connection, RowReader reader, List<JsonRow> rows) {
        this.connection = connection;
        for (int i = 0; i < rows.size(); i++) {
            try {
                readable.put(i, reader.read(rows.get(i)));
            } catch (FailedRowException failed) {
                unreadable.put(i, failed.at(rows.get(i).line()));
            }
        }
    }

    /** By what the rows may mean users that are stored. */
    ImportKeys keys() {
        Set<UserId> ids = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        Set<String> emailKeys = new HashSet<>();
        Set<String> usernames = new HashSet<>();
        Set<String> phoneNumbers = new HashSet<>();
        for (ImportRow row : readable.values()) {
            row.account().map(Account::id).ifPresent(ids::add);
            row.account().map(account -> account.key().subject()).ifPresent(subjects::add);
            row.emailKey().ifPresent(emailKeys::add);
            row.text(RootAttribute.USERNAME).ifPresent(usernames::add);
            row.text(RootAttribute.PHONE_NUMBER).ifPresent(phoneNumbers::add);
        }
        return new ImportKeys(connection.name(), ids, subjects, emailKeys, usernames, phoneNumbers);
    }

    /**
     * What becomes of the rows, one after the other, so that a row may mean the user of the row before. Pure but for the
     * subjects that it draws.
     *
     * @param stored the users that {@link #keys()} finds
     * @param storedCredentials those of their identities here
     * @param upsert whether rows may update known users
     * @param subjects new subjects, for rows that come without a user id
     */
    Outcome decide(
            Collection<StoredUser> stored,
            Collection<Credential> storedCredentials,
            boolean upsert,
            Supplier<String> subjects,
            Instant at) {
        KnownUsers known = new KnownUsers(connection.name(), stored);
        RowMatching matching = new RowMatching(known, upsert);
        RowWriting writing = new RowWriting(connection, at);
        RowCredentials credentials = new RowCredentials(connection.name(), storedCredentials, at);
        TreeMap<Integer, FailedRow> failed = new TreeMap<>(unreadable);
        int[] done = new int[2];
        readable.forEach((place, row) -> {
            try {
                Optional<KnownUsers.Known> meant = matching.match(row);
                if (meant.isPresent()) {
                    User after = writing.update(meant.get().user(), row);
                    credentials.write(after, row);
                    known.replace(meant.get(), after);
                    done[1]++;
                } else {
                    Account account = row.account().orElseGet(() -> Account.withSubject(subjects.get(), connection));
                    User made = writing.create(row, account);
                    credentials.write(made, row);
                    known.insert(made);
                    done[0]++;
                }
            } catch (FailedRowException failure) {
                failed.put(place, failure.at(row.line()));
            }
        });
        return new Outcome(changes(known, at), credentials.written(), List.copyOf(failed.values()), done[0], done[1]);
    }

    private static List<UserChange> changes(KnownUsers known, Instant at) {
        List<UserChange> changes = new ArrayList<>();
        for (KnownUsers.Known each : known.all()) {
            Optional<StoredUser> before = each.stored();
            if (before.isEmpty()) {
                changes.add(new UserChange.Insert(each.user()));
            } else if (!each.user().equals(before.get().user())) {
                UserEvent event =
                        UserEvent.of(each.user().id(), at, EventType.EDIT).detail(Owner.IMPORT.name());
                changes.add(new UserChange.Update(before.get(), each.user(), Optional.empty(), List.of(event)));
            }
        }
        return changes;
    }

    /** All rows failed, for one reason. */
    Outcome failedWith(FailedRowException reason) {
        TreeMap<Integer, FailedRow> failed = new TreeMap<>(unreadable);
        readable.forEach((place, row) -> failed.put(place, reason.at(row.line())));
        return new Outcome(List.of(), List.of(), List.copyOf(failed.values()), 0, 0);
    }

    /**
     * What becomes of a batch.
     *
     * @param changes what is written
     * @param credentials what is written beside them
     * @param failed the rows that fail, in the file's order
     * @param inserted how many rows make a user
     * @param updated how many rows mean a user that is known
     */
    record Outcome(
            List<UserChange> changes,
            List<Credential> credentials,
            List<FailedRow> failed,
            int inserted,
            int updated) {}
}
