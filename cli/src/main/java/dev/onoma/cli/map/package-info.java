/** The command {@code onoma map}: provider documents in, normalized profiles out. */
@NullMarked
package dev.onoma.cli.map;

import org.jspecify.annotations.NullMarked;
