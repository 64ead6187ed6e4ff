package dev.onoma.core.transfer;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.transfer.KnownUsers.Known;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the user that a row means among those that are known. */
final class RowMatching {
    private final KnownUsers users;
    private final boolean upsert;

    RowMatching(KnownUsers users, boolean upsert) {
        this.users = users;
        this.upsert = upsert;
    }

    /**
     * The user that a row updates; empty when the row makes one.
     *
     * @throws FailedRowException when it can do neither
     */
    Optional<Known> match(ImportRow row) {
        Optional<Known> meant = row.account().isPresent()
                ? byAccount(row.account().get())
                : upsert ? byIdentifier(row) : Optional.empty();
        for (RootAttribute identifier : KnownUsers.IDENTIFIERS) {
            row.text(identifier).ifPresent(text -> checkFree(identifier, text, meant));
        }
        if (meant.isPresent()
                && row.blocked().orElse(meant.get().user().isBlocked())
                        != meant.get().user().isBlocked()) {
            throw new FailedRowException(
                    RowProblem.NOT_UPSERTABLE,
                    "blocked must not differ from what is stored: block or unblock the user");
        }
        return meant;
    }

    private Optional<Known> byAccount(Account account) {
        Optional<Known> byId = users.withId(account.id());
        Optional<Known> bySubject = users.withSubject(account.key().subject());
        Optional<Known> meant = byId.or(() -> bySubject);
        Stream.of(byId, bySubject)
                .flatMap(Optional::stream)
                .filter(Known::isTombstone)
                .findFirst()
                .ifPresent(RowMatching::refuse);
        if (meant.isPresent() && !users.isAtConnection(meant.get())) {
            throw new FailedRowException(
                    RowProblem.USER_ID_TAKEN, "user_id belongs to a user without an identity at the connection");
        }
        if (meant.isPresent() && !upsert) {
            throw new FailedRowException(RowProblem.DUPLICATED_USER, "a user with that user_id is known");
        }
        if (bySubject.isPresent() && !bySubject.equals(meant)) {
            throw new FailedRowException(
                    RowProblem.AMBIGUOUS_USER, "user_id is one user's, and its subject is an identity of another");
        }
        return meant;
    }

    private static void refuse(Known tombstone) {
        throw tombstone.user().isBlocked()
                ? new FailedRowException(
                        RowProblem.USER_BLOCKED,
                        "the user was deleted while blocked; unblocking the id allows it again")
                : new FailedRowException(
                        RowProblem.USER_DELETED,
                        "the user was deleted, and its connection remembers it; unblocking the id allows it again");
    }

    /** By the first of e-mail address, user name and phone number that finds somebody. */
    private Optional<Known> byIdentifier(ImportRow row) {
        for (RootAttribute identifier : KnownUsers.IDENTIFIERS) {
            Set<Known> found = row.text(identifier)
                    .map(text -> users.with(identifier, text))
                    .orElse(Set.of());
            if (found.size() > 1) {
                throw new FailedRowException(
                        RowProblem.AMBIGUOUS_USER,
                        "more than one user at the connection has that " + identifier.fieldName());
            }
            if (!found.isEmpty()) {
                return Optional.of(found.iterator().next());
            }
        }
        return Optional.empty();
    }

    private void checkFree(RootAttribute identifier, String text, Optional<Known> meant) {
        boolean taken = users.with(identifier, text).stream()
                .anyMatch(holder -> meant.isEmpty() || !meant.get().equals(holder));
        if (taken) {
            String code = "CONFLICT_" + identifier.fieldName().toUpperCase(Locale.ROOT);
            throw new FailedRowException(
                    RowProblem.valueOf(code),
                    (meant.isPresent() ? "another" : "a") + " user at the connection has that "
                            + identifier.fieldName());
        }
    }
}
