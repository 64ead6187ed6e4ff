/** Users who sign up at the application itself, and log in there with a password. */
@NullMarked
package dev.onoma.providers.database.account;

import org.jspecify.annotations.NullMarked;
