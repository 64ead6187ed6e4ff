/** The tables, and how they come to be. */
@NullMarked
package dev.onoma.store.jdbc.schema;

import org.jspecify.annotations.NullMarked;
