/** Live logins on the JDK's own HTTP server. */
@NullMarked
package dev.onoma.examples.jdkserver;

import org.jspecify.annotations.NullMarked;
