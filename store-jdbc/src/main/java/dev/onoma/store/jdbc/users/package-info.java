/** Users as rows. */
@NullMarked
package dev.onoma.store.jdbc.users;

import org.jspecify.annotations.NullMarked;
