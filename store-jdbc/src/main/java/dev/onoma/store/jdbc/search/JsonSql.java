package dev.onoma.store.jdbc.search;

import dev.onoma.core.search.Condition;
import java.util.List;

/** Conditions on what is in a JSON column. */
interface JsonSql {
    /**
     * The condition as far as the engine can express it.
     *
     * @param path the members' names from the outermost, at least one
     */
    SqlCondition of(String column, List<String> path, Condition condition);

    /** The column holds an object with members. */
    SqlCondition notEmpty(String column);
}
