/** What live logins limit, and by how much. */
@NullMarked
package dev.onoma.oauth.limit;

import org.jspecify.annotations.NullMarked;
