/** Measurements of the login path, beside other libraries. */
@NullMarked
package dev.onoma.benchmarks;

import org.jspecify.annotations.NullMarked;
