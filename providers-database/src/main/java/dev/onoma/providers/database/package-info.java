/** The application's own user table as an identity provider. */
@NullMarked
package dev.onoma.providers.database;

import org.jspecify.annotations.NullMarked;
