/** What an author of a store or a provider extends, and what every test needs. */
@NullMarked
package dev.onoma.testkit;

import org.jspecify.annotations.NullMarked;
