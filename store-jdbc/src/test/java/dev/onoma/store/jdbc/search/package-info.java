/** How users are found in a database. */
@NullMarked
package dev.onoma.store.jdbc.search;

import org.jspecify.annotations.NullMarked;
