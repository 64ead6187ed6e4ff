/** Users that last, in H2 or PostgreSQL. */
@NullMarked
package dev.onoma.store.jdbc;

import org.jspecify.annotations.NullMarked;
