/** The first minute with Onoma: a user is created, changes their name, and a broken login is refused. */
@NullMarked
package dev.onoma.examples.quickstart;

import org.jspecify.annotations.NullMarked;
