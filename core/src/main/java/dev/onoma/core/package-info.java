/** What every package of the core shares: limits, refusals and the base of exceptions. */
@NullMarked
package dev.onoma.core;

import org.jspecify.annotations.NullMarked;
