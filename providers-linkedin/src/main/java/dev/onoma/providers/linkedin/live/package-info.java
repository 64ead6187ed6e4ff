/** Live logins with LinkedIn. Needs the module {@code dev.onoma.oauth}, which is optional. */
@NullMarked
package dev.onoma.providers.linkedin.live;

import org.jspecify.annotations.NullMarked;
