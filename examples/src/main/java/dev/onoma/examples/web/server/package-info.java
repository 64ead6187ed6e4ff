/** The web around the application, as any framework would bring it along: a server, sessions, forms, pages. */
@NullMarked
package dev.onoma.examples.web.server;

import org.jspecify.annotations.NullMarked;
