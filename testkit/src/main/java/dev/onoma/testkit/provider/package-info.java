/** What the contract of providers is made of. */
@NullMarked
package dev.onoma.testkit.provider;

import org.jspecify.annotations.NullMarked;
