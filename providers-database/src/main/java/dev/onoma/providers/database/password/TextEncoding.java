package dev.onoma.providers.database.password;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a password's text became the bytes that were hashed. */
enum TextEncoding {
    /** Prepared as OpaqueString, then UTF-8: our own hashes. The other encodings take the text as it was typed. */
    OPAQUE(StandardCharsets.UTF_8),
    UTF8(StandardCharsets.UTF_8),
    UTF16LE(StandardCharsets.UTF_16LE),
    LATIN1(StandardCharsets.ISO_8859_1),
    ASCII(StandardCharsets.US_ASCII);

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    /** An encoding by the name that it has in a stored hash. */
    static Optional<TextEncoding> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(encoding -> encoding != OPAQUE && encoding.label().equals(label))
                .findFirst();
    }

    /** An encoding by the name that Auth0's imports give it; {@code ucs2} and {@code binary} are Node's aliases. */
    static Optional<TextEncoding> ofImport(String name) {
        return switch (name) {
            case "ucs2" -> Optional.of(UTF16LE);
            case "binary" -> Optional.of(LATIN1);
            default -> ofLabel(name);
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bytes of a usable password, for the caller to wipe; empty when it has characters that cannot be encoded. */
    Optional<byte[]> encode(Password password) {
        if (this == OPAQUE) {
            return Optional.of(password.prepared());
        }
        return encode(password.typed());
    }

    /** The bytes of a text; empty when it cannot be encoded, a lone surrogate in it included. Nothing is replaced. */
    Optional<byte[]> encode(char[] text) {
        CharsetEncoder encoder = charset.newEncoder();
        ByteBuffer room = ByteBuffer.allocate((int) Math.ceil(text.length * encoder.maxBytesPerChar()));
        boolean encoded = encoder.encode(CharBuffer.wrap(text), room, true).isUnderflow();
        byte[] bytes = Arrays.copyOf(room.array(), room.position());
        Arrays.fill(room.array(), (byte) 0);
        return encoded ? Optional.of(bytes) : Optional.empty();
    }
}
