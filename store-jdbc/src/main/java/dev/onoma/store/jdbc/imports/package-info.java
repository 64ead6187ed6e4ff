/** Bulk imports: what rows may mean, and how far each import is. */
@NullMarked
package dev.onoma.store.jdbc.imports;

import org.jspecify.annotations.NullMarked;
