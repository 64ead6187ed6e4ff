/** What accounts of the application's own need beside users, as rows. */
@NullMarked
package dev.onoma.store.jdbc.accounts;

import org.jspecify.annotations.NullMarked;
