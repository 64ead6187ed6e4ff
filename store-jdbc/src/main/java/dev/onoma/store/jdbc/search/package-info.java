/** Finds users: queries as SQL, and pages of what they find. */
@NullMarked
package dev.onoma.store.jdbc.search;

import org.jspecify.annotations.NullMarked;
