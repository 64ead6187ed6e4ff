/** Statements and transactions: what is repeated when the database fails, and what is not. */
@NullMarked
package dev.onoma.store.jdbc.sql;

import org.jspecify.annotations.NullMarked;
