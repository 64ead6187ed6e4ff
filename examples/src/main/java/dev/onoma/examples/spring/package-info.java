/** Onoma behind Spring Security: Spring runs the protocol, Onoma keeps the users. */
@NullMarked
package dev.onoma.examples.spring;

import org.jspecify.annotations.NullMarked;
