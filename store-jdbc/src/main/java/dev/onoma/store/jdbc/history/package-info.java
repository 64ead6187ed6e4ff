/** Events as rows. */
@NullMarked
package dev.onoma.store.jdbc.history;

import org.jspecify.annotations.NullMarked;
