/** Reads JSON as it was written, so that what a provider sent reaches the library untouched. */
@NullMarked
package dev.onoma.cli.json;

import org.jspecify.annotations.NullMarked;
