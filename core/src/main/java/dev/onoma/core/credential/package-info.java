/** What people prove themselves with at connections of the application's own, apart from their profiles. */
@NullMarked
package dev.onoma.core.credential;

import org.jspecify.annotations.NullMarked;
