/** Stores that a command line names. */
@NullMarked
package dev.onoma.cli.store;

import org.jspecify.annotations.NullMarked;
