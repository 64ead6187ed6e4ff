/** How the tables come to be. */
@NullMarked
package dev.onoma.store.jdbc.schema;

import org.jspecify.annotations.NullMarked;
