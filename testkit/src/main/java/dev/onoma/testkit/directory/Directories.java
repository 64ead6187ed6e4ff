package dev.onoma.testkit.directory;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.store.UserStore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where the parts of the contract get their directories from.
 *
 * @param empty a store without users, another one at each call
 * @param of the directory of the users of a store
 */
public record Directories(Supplier<UserStore> empty, Function<UserStore, UserDirectory> of) {
    public Directories {
        requireNonNull(empty, "empty");
        requireNonNull(of, "of");
    }
}
