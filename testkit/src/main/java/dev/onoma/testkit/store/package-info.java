/** The parts of the contract of stores. */
@NullMarked
package dev.onoma.testkit.store;

import org.jspecify.annotations.NullMarked;
