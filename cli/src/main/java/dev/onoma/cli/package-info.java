/** The command line's entry, and what its commands share. */
@NullMarked
package dev.onoma.cli;

import org.jspecify.annotations.NullMarked;
