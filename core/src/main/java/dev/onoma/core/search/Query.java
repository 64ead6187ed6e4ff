package dev.onoma.core.search;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limits;
import dev.onoma.core.user.User;
import java.util.List;

/**
 * Which users somebody looks for. {@link #matches} defines what a query means; a store that translates queries for its
 * database finds the same users. Immutable.
 *
 * <p>Logic is two-valued: a clause about a field that a user has not is false, and its negation is true.
 *
 * <p>{@code toString} of a query prints its shape, never what is looked for.
 *
 * @see <a href="https://auth0.com/docs/manage-users/user-search/user-search-query-syntax">User Search Query Syntax</a>,
 *     read in 2026
 */
public sealed interface Query {
    /** All users. */
    Query EVERYONE = new Everyone();

    /** Whether that user is looked for. */
    boolean matches(User user);

    /**
     * Reads a query such as {@code name:ana* AND NOT blocked:true}; a blank text is {@link #EVERYONE}.
     *
     * @throws InvalidQueryException when the text is no query, or over the standard limits
     */
    static Query parse(String text) {
        return parse(text, Limits.STANDARD);
    }

    /**
     * Reads a query within limits: {@code QUERY_CHARACTERS QUERY_CLAUSES QUERY_DEPTH}.
     *
     * @throws InvalidQueryException when the text is no query, or over the limits
     */
    static Query parse(String text, Limits limits) {
        return new QueryParser(requireNonNull(text, "text"), limits).parse();
    }

    /** Every user is looked for. */
    record Everyone() implements Query {
        @Override
        public boolean matches(User user) {
            return true;
        }
    }

    /**
     * Users that all of several queries match.
     *
     * @param parts the queries, in order
     */
    record AllOf(List<Query> parts) implements Query {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(User user) {
            return parts.stream().allMatch(part -> part.matches(user));
        }
    }

    /**
     * Users that one of several queries matches.
     *
     * @param parts the queries, in order
     */
    record AnyOf(List<Query> parts) implements Query {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(User user) {
            return parts.stream().anyMatch(part -> part.matches(user));
        }
    }

    /**
     * Users that a query does not match.
     *
     * @param query the query
     */
    record Not(Query query) implements Query {
        public Not {
            requireNonNull(query, "query");
        }

        @Override
        public boolean matches(User user) {
            return !query.matches(user);
        }
    }

    /**
     * Users one of whose values of a field fulfils a condition.
     *
     * @param field the field
     * @param condition the condition, one that the field's kind takes; otherwise an IllegalArgumentException is thrown
     */
    record Clause(Field field, Condition condition) implements Query {
        public Clause {
            requireNonNull(field, "field");
            requireNonNull(condition, "condition");
            if (!field.kind().takes(condition)) {
                throw new IllegalArgumentException(
                        "a " + condition.getClass().getSimpleName() + " is no condition on " + field.kind());
            }
        }

        @Override
        public boolean matches(User user) {
            return condition instanceof Condition.Present
                    ? FieldValues.isPresent(field, user)
                    : FieldValues.of(field, user).stream().anyMatch(condition::holds);
        }
    }
}
