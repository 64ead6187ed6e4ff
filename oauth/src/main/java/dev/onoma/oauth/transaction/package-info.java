/** A login between its start and its callback: sealed in the browser's handle, and used once. */
@NullMarked
package dev.onoma.oauth.transaction;

import org.jspecify.annotations.NullMarked;
