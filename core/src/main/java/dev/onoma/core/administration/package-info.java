/** Changes that are not logins: self-service edits and administration. */
@NullMarked
package dev.onoma.core.administration;

import org.jspecify.annotations.NullMarked;
