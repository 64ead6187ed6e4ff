/** Live logins with Google. Needs the module {@code dev.onoma.oauth}, which is optional. */
@NullMarked
package dev.onoma.providers.google.live;

import org.jspecify.annotations.NullMarked;
