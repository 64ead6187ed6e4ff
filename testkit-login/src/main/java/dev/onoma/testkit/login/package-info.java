/** Logins from redirect to user in one call, for tests of a provider's live half. */
@NullMarked
package dev.onoma.testkit.login;

import org.jspecify.annotations.NullMarked;
