package dev.onoma.core.search;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is looked for, in which order, and which page of it. By default everybody, by user id, the first
 * {@value #STANDARD_LIMIT}. Immutable.
 */
public final class SearchRequest {
    /** Users of a page unless asked otherwise. */
    public static final int STANDARD_LIMIT = 50;

    /** The most users of a page. */
    public static final int MOST_LIMIT = 1_000;

    /**
     * The last user that can be reached by an offset: offset and limit together. Whatever is further on is reached by
     * cursors, whose cost does not grow.
     */
    public static final int MOST_BY_OFFSET = 1_000;

    private final Query query;
    private final Sort sort;
    private final int limit;
    private final int offset;
    private final Optional<Cursor> after;

    private SearchRequest(Builder builder) {
        this.query = builder.query;
        this.sort = builder.sort;
        this.limit = builder.limit;
        this.offset = builder.offset;
        this.after = builder.after;
    }

    /** A builder of a request for everybody. */
    public static Builder builder() {
        return new Builder();
    }

    /** The first users that a query matches. */
    public static SearchRequest of(Query query) {
        return builder().query(query).build();
    }

    /** Which users. */
    public Query query() {
        return query;
    }

    /** In which order. */
    public Sort sort() {
        return sort;
    }

    /** How many users at most. */
    public int limit() {
        return limit;
    }

    /** How many users are left out first; zero with a cursor. */
    public int offset() {
        return offset;
    }

    /** Behind which place the page begins; empty for the beginning. */
    public Optional<Cursor> after() {
        return after;
    }

    @Override
    public String toString() {
        return "SearchRequest[" + sort.text() + ", limit=" + limit + ", offset=" + offset + "]";
    }

    /** Collects a request's parts. */
    public static final class Builder {
        private Query query = Query.EVERYONE;
        private Sort sort = Sort.BY_ID;
        private int limit = STANDARD_LIMIT;
        private int offset;
        private Optional<Cursor> after = Optional.empty();

        private Builder() {}

        public Builder query(Query which) {
            query = requireNonNull(which, "which");
            return this;
        }

        public Builder sort(Sort order) {
            sort = requireNonNull(order, "order");
            return this;
        }

        /**
         * How many users at most.
         *
         * @throws IllegalArgumentException unless from 1 to {@value #MOST_LIMIT}
         */
        public Builder limit(int most) {
            if (most < 1 || most > MOST_LIMIT) {
                throw new IllegalArgumentException("limit must be from 1 to " + MOST_LIMIT);
            }
            limit = most;
            return this;
        }

        /**
         * How many users to leave out first: the page's number from zero, times its size.
         *
         * @throws IllegalArgumentException when negative
         */
        public Builder offset(int users) {
            if (users < 0) {
                throw new IllegalArgumentException("offset must not be negative");
            }
            offset = users;
            return this;
        }

        /** Behind which place the page begins: {@link SearchPage#next()} of the page before. */
        public Builder after(Cursor place) {
            after = Optional.of(place);
            return this;
        }

        /**
         * The request.
         *
         * @throws IllegalArgumentException when there are both an offset and a cursor, or offset and limit go beyond
         *     {@value #MOST_BY_OFFSET}
         * @throws InvalidQueryException when the cursor is a place in another order
         */
        public SearchRequest build() {
            if (after.isPresent() && offset > 0) {
                throw new IllegalArgumentException("a page begins behind a cursor or an offset, not both");
            }
            if (offset > 0 && offset > MOST_BY_OFFSET - limit) {
                throw new IllegalArgumentException(
                        "offset and limit must be at most " + MOST_BY_OFFSET + " together; go on by cursor");
            }
            if (after.isPresent() && !after.get().sort().equals(sort)) {
                throw Cursor.invalid();
            }
            return new SearchRequest(this);
        }
    }
}
