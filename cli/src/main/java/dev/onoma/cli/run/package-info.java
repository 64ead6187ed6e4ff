/** The command {@code onoma run}: a scenario of operations, carried out in order. */
@NullMarked
package dev.onoma.cli.run;

import org.jspecify.annotations.NullMarked;
