/** One configured source of logins: its provider and its policies. */
@NullMarked
package dev.onoma.core.connection;

import org.jspecify.annotations.NullMarked;
