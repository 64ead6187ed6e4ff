package dev.onoma.providers.database;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which column of a user table holds what; a name with dots reaches into a JSON column. Not for several threads. */
public final class Columns {
    private final Map<RootAttribute, String> columns = new EnumMap<>(RootAttribute.class);
    private final Map<RootAttribute, String> flags = new EnumMap<>(RootAttribute.class);
    private final Set<String> kept = new HashSet<>();
    private String id = "user_id";

    Columns() {}

    /** The column of the stable id: never an address or a user name. Default: {@code user_id}. */
    public Columns id(String column) {
        id = requireNonNull(column, "column");
        return this;
    }

    /** The column of an attribute, or of a pair's address. */
    public Columns column(RootAttribute attribute, String column) {
        columns.put(attribute, requireNonNull(column, "column"));
        return this;
    }

    /**
     * The boolean column that says whether a pair's address is verified.
     *
     * @throws IllegalArgumentException when the attribute is no pair
     */
    public Columns verifiedColumn(RootAttribute pair, String column) {
        if (!pair.isPair()) {
            throw new IllegalArgumentException(pair.fieldName() + " has no verified flag");
        }
        flags.put(pair, requireNonNull(column, "column"));
        return this;
    }

    /** The table has no such attribute. */
    public Columns without(RootAttribute attribute) {
        columns.remove(attribute);
        flags.remove(attribute);
        return this;
    }

    /** Columns to store with the identity, beside the mapped ones. */
    public Columns keep(String... names) {
        kept.addAll(Set.of(names));
        return this;
    }

    /**
     * The table as a provider.
     *
     * @throws IllegalArgumentException when a column's name is blank, or like a secret's
     */
    Provider build() {
        Provider.Builder table =
                Provider.named("database").database().subject(id).keepColumns(kept);
        columns.forEach((attribute, column) -> {
            Flag flag = flags.containsKey(attribute) ? Flag.claim(flags.getOrDefault(attribute, "")) : Flag.unsaid();
            switch (attribute) {
                case EMAIL -> table.email(column, flag);
                case PHONE_NUMBER -> table.phone(column, flag);
                default -> table.attribute(attribute, column);
            }
        });
        return table.build();
    }
}
