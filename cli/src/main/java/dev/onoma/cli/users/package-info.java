/** The command {@code users}: for whoever looks after users. */
@NullMarked
package dev.onoma.cli.users;

import org.jspecify.annotations.NullMarked;
