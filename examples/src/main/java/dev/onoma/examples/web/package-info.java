/** A web application with real "Sign in with" buttons, that shows what each login did to the user, and why. */
@NullMarked
package dev.onoma.examples.web;

import org.jspecify.annotations.NullMarked;
