/** Logins and stores, counted with Micrometer. */
@NullMarked
package dev.onoma.store.jdbc.metrics;

import org.jspecify.annotations.NullMarked;
