/**
 * Passwords: what a person typed, the hash that is stored, how one is checked against the other, and which are refused.
 * Nothing here knows a store or a connection. Needs Bouncy Castle ({@code org.bouncycastle:bcprov-jdk18on}), which who
 * only maps records does not; on the module path the application requires
 * {@code org.bouncycastle.provider} itself.
 */
@NullMarked
package dev.onoma.providers.database.password;

import org.jspecify.annotations.NullMarked;
