/** The one way out of the process, with a deadline, a cap and a typed failure for each call. */
@NullMarked
package dev.onoma.oauth.http;

import org.jspecify.annotations.NullMarked;
