/** The parts of the contract that stores of accounts keep. */
@NullMarked
package dev.onoma.testkit.accounts;

import org.jspecify.annotations.NullMarked;
