package dev.onoma.testkit.directory;

import dev.onoma.core.search.Cursor;
import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parts of the contract share: a fresh store for each test, and words for what they do to it. */
public abstract class DirectoryPart {
    /** More pages than any test has users. */
    private static final int MOST_PAGES = 1_000;

    private final Directories directories;

    private @Nullable UserStore store;

    DirectoryPart(Directories directories) {
        this.directories = directories;
    }

    /** Opened at first use, when whoever extends the contract is ready. */
    UserStore store() {
        if (store == null) {
            store = directories.empty().get();
        }
        return store;
    }

    UserDirectory directory() {
        return directories.of().apply(store());
    }

    User inserted(User user) {
        store().write(new UserChange.Insert(user));
        return user;
    }

    void delete(User user) {
        store().write(new UserChange.Delete(stored(user)));
    }

    StoredUser stored(User user) {
        return store().find(user.id()).orElseThrow();
    }

    SearchPage search(SearchRequest.Builder request) {
        return directory().search(request.build());
    }

    /** The users of all pages of a request, each page behind the one before. */
    List<User> paged(SearchRequest.Builder request) {
        List<User> users = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            next.map(Cursor::text).map(Cursor::parse).ifPresent(request::after);
            SearchPage page = search(request);
            users.addAll(page.users());
            next = page.next();
            if (next.isEmpty()) {
                return users;
            }
        }
        throw new AssertionError("the last page never came");
    }

    static List<String> ids(List<User> users) {
        return users.stream().map(user -> user.id().value()).toList();
    }
}
