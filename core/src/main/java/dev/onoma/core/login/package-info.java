/** From claims to a stored user: the login processor and its result. */
@NullMarked
package dev.onoma.core.login;

import org.jspecify.annotations.NullMarked;
