package dev.onoma.core.provider;

import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Mapping.ReadableSource;

/** Told of each place that is looked at while attributes are read. A login is read without any. */
interface Trail {
    Trail NONE = new Trail() {};

    /** A place was looked at for a value. */
    default void value(ReadableSource source, ClaimPath path, Finding finding) {}

    /** A place holds something that is not readable as a value. */
    default void unreadableValue(
            ReadableSource source, ClaimPath path, Finding finding, JsonValue value, String expected) {}

    /** A source was passed over: it may not speak of this. */
    default void notBelieved(ReadableSource source, AttributeRule rule) {}

    /** A place was looked at for the flag of the address that was found. */
    default void flag(ReadableSource source, ClaimPath path, Finding finding) {}

    /** A place holds something that is not readable as a flag. */
    default void unreadableFlag(ReadableSource source, ClaimPath path, JsonValue value) {}

    /** The flag is known. */
    default void flagKnown(AttributeRule rule, FlagState said, FlagState counted) {}

    /** All places were looked at in vain. */
    default void nothingFound(AttributeRule rule, ClaimState state) {}
}
