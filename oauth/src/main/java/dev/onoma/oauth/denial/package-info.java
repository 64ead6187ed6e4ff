/** Why a live login was denied. */
@NullMarked
package dev.onoma.oauth.denial;

import org.jspecify.annotations.NullMarked;
