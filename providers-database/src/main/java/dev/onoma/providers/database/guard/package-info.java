/** How often something may be tried, sent or guessed, counted in the store. */
@NullMarked
package dev.onoma.providers.database.guard;

import org.jspecify.annotations.NullMarked;
