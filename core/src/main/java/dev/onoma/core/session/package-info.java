/** Telling an application whose sessions and tokens it has to end. */
@NullMarked
package dev.onoma.core.session;

import org.jspecify.annotations.NullMarked;
