/** Faults at every call of the database. */
@NullMarked
package dev.onoma.store.jdbc.faults;

import org.jspecify.annotations.NullMarked;
