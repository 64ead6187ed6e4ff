/** The stored profile: users, identities and metadata. */
@NullMarked
package dev.onoma.core.user;

import org.jspecify.annotations.NullMarked;
