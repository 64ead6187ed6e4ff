/** Onoma inside an application that has had users for years, in a table of its own with keys of its own. */
@NullMarked
package dev.onoma.examples.adoption;

import org.jspecify.annotations.NullMarked;
