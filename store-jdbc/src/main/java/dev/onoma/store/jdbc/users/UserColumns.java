package dev.onoma.store.jdbc.users;

import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.search.SearchKey;
import dev.onoma.core.user.User;
import dev.onoma.store.jdbc.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user's own columns with their values: all of them for a new user, for a known one those that changed. */
public final class UserColumns {
    private static final Set<String> JSON = Set.of("owners", "verifications", "user_metadata", "app_metadata");

    private static final List<RootAttribute> SEARCHED_BY_KEY = List.of(
            RootAttribute.NAME,
            RootAttribute.GIVEN_NAME,
            RootAttribute.FAMILY_NAME,
            RootAttribute.NICKNAME,
            RootAttribute.EMAIL);

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private UserColumns() {}

    /** All columns but the keys, the version and the tombstone's. */
    public static UserColumns of(User user) {
        UserColumns columns = new UserColumns();
        columns.root(user);
        columns.values.put("user_metadata", user.userMetadata().toJson());
        columns.values.put("app_metadata", user.appMetadata().toJson());
        columns.values.put("blocked", user.isBlocked());
        columns.values.put("created_at", user.createdAt());
        columns.values.put("updated_at", user.updatedAt());
        return columns;
    }

    /** The columns in which two states of a user differ. */
    static UserColumns changed(User before, User after) {
        UserColumns changed = of(after);
        UserColumns old = of(before);
        changed.values
                .entrySet()
                .removeIf(column -> java.util.Objects.equals(column.getValue(), old.values.get(column.getKey())));
        return changed;
    }

    private void root(User user) {
        RootAttributes root = user.root();
        for (RootAttribute attribute : RootAttribute.ALL) {
            values.put(attribute.fieldName(), root.text(attribute).orElse(null));
            attribute
                    .flagName()
                    .ifPresent(flag -> values.put(
                            flag,
                            root.pair(attribute).map(PairValue::isVerified).orElse(null)));
        }
        values.put("owners", RootColumns.owners(root).toJson());
        values.put("verifications", RootColumns.verifications(root).toJson());
        for (RootAttribute attribute : SEARCHED_BY_KEY) {
            values.put(
                    attribute.fieldName() + "_key",
                    root.text(attribute)
                            .map(text -> SearchKey.of(attribute, text))
                            .orElse(null));
        }
    }

    /** The names of the columns. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Their values, in the same order. */
    public List<@Nullable Object> values() {
        return new ArrayList<>(values.values());
    }

    /** The places of their values in a statement, in the same order. */
    List<String> places(Dialect dialect) {
        return values.keySet().stream()
                .map(column -> JSON.contains(column) ? dialect.json() : "?")
                .toList();
    }
}
