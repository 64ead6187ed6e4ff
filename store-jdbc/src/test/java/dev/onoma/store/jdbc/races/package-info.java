/** Threads and processes at once. */
@NullMarked
package dev.onoma.store.jdbc.races;

import org.jspecify.annotations.NullMarked;
