/** Providers as data: tables from claims to root attributes, read from YAML or JSON files. */
@NullMarked
package dev.onoma.mapping;

import org.jspecify.annotations.NullMarked;
