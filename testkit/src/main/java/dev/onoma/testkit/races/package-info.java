/** Doing things at the same time, for contracts; no API. */
@NullMarked
package dev.onoma.testkit.races;

import org.jspecify.annotations.NullMarked;
