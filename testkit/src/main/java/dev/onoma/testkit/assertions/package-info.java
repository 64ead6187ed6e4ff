/** Assertions for profiles, users and results, in AssertJ's style. */
@NullMarked
package dev.onoma.testkit.assertions;

import org.jspecify.annotations.NullMarked;
