package dev.onoma.testkit.store;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.store.UserStore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Where the parts of the contract get their stores from.
 *
 * @param empty a store without users, another one at each call
 * @param reopened another store over the same users, or the same store where there is no such thing
 */
public record Stores(Supplier<UserStore> empty, UnaryOperator<UserStore> reopened) {
    public Stores {
        requireNonNull(empty, "empty");
        requireNonNull(reopened, "reopened");
    }
}
