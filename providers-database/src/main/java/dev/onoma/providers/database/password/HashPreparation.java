package dev.onoma.providers.database.password;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * What is done with a password before it is hashed: encoded, salted, peppered, in this order.
 *
 * @param pepper the id of the pepper's key; empty for none
 * @param encoding how text becomes bytes
 * @param salt bytes to put before or behind it; empty for none
 * @param suffix whether the salt comes behind
 */
record HashPreparation(String pepper, TextEncoding encoding, SecretBytes salt, boolean suffix) {
    /** What our own hashes have done. */
    static HashPreparation own(String pepper) {
        return new HashPreparation(pepper, TextEncoding.OPAQUE, SecretBytes.NONE, false);
    }

    /** The password with its salt; a new array. */
    byte[] salted(byte[] password) {
        byte[] salted = Arrays.copyOf(suffix ? password : salt.copy(), password.length + salt.length());
        byte[] second = suffix ? salt.copy() : password;
        System.arraycopy(second, 0, salted, salted.length - second.length, second.length);
        return salted;
    }

    /** This in front of a scheme's text; nothing where nothing unusual for that scheme is done. */
    String text(HashScheme scheme) {
        StringJoiner parts = new StringJoiner(",", "$" + HashText.OURS + "$", "").setEmptyValue("");
        if (!pepper.isEmpty()) {
            parts.add("pepper=" + pepper);
        }
        if (encoding != scheme.encoding()) {
            parts.add("enc=" + encoding.label());
        }
        if (salt.length() > 0) {
            parts.add((suffix ? "suffix=" : "prefix=") + salt.base64());
        }
        return parts.toString();
    }
}
