/** The SPI of user stores, the changes they carry out, and the store in memory. */
@NullMarked
package dev.onoma.core.store;

import org.jspecify.annotations.NullMarked;
