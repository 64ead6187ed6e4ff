/** The parts of the contract of user directories; {@code UserDirectoryContract} runs them all. */
@NullMarked
package dev.onoma.testkit.directory;

import org.jspecify.annotations.NullMarked;
