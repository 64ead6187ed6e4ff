/** What happened to users, for those who look after them. */
@NullMarked
package dev.onoma.core.history;

import org.jspecify.annotations.NullMarked;
