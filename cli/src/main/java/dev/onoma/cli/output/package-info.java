/** Results as JSON lines, or as tables for reading. */
@NullMarked
package dev.onoma.cli.output;

import org.jspecify.annotations.NullMarked;
