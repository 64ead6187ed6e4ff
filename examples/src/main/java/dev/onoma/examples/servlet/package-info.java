/** Live logins in a servlet container, without a framework. */
@NullMarked
package dev.onoma.examples.servlet;

import org.jspecify.annotations.NullMarked;
