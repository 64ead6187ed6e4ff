/** Live logins with Facebook. Needs the module {@code dev.onoma.oauth}, which is optional. */
@NullMarked
package dev.onoma.providers.facebook.live;

import org.jspecify.annotations.NullMarked;
