/** Logins without a password: a code, and a link beside it, that are sent to an e-mail address or a phone number. */
@NullMarked
package dev.onoma.providers.database.passwordless;

import org.jspecify.annotations.NullMarked;
