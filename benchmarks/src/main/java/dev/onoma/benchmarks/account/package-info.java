/** What logins with passwords cost, and what they cost others. */
@NullMarked
package dev.onoma.benchmarks.account;

import org.jspecify.annotations.NullMarked;
