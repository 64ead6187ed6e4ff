/** HTTP on loopback that records what it was asked, waits when told to, and breaks its answers on request. */
@NullMarked
package dev.onoma.testkit.oauth.http;

import org.jspecify.annotations.NullMarked;
