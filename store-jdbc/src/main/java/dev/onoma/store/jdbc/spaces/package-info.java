/** Pinned id spaces as rows. */
@NullMarked
package dev.onoma.store.jdbc.spaces;

import org.jspecify.annotations.NullMarked;
