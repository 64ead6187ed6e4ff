package dev.onoma.core.provider;

import dev.onoma.core.json.JsonValue;

/**
 * From a claim's value to what it says about an address: for a provider whose flag is no boolean claim beside the
 * address, but stands in a list of addresses, say. Must be pure and thread-safe; it is never called for null.
 */
@FunctionalInterface
public interface FlagConverter {
    /**
     * What the value says about the address.
     *
     * @param address the address as it was found; {@link FlagState#UNSAID} where the value does not speak of it
     */
    FlagState convert(JsonValue value, String address);
}
