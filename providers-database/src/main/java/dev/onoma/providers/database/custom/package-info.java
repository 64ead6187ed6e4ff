/** A user database of the application's that is asked at logins: for as long as people are there, or until they are here. */
@NullMarked
package dev.onoma.providers.database.custom;

import org.jspecify.annotations.NullMarked;
