package dev.onoma.providers.database.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads a {@code custom_password_hash}. */
final class CustomHash {
    private static final int DEFAULT_SCRYPT_COST = 16_384;
    private static final int DEFAULT_SCRYPT_BLOCK_SIZE = 8;
    private static final int DEFAULT_SCRYPT_PARALLELIZATION = 1;

    private final ImportPart custom;
    private final ImportPart hash;
    private final TextEncoding encoding;

    private CustomHash(ImportPart custom) {
        this.custom = custom;
        this.hash = custom.requiredPart("hash");
        this.encoding = custom.part("password")
                .map(password -> password.allow("encoding"))
                .flatMap(password -> password.text("encoding")
                        .map(name -> TextEncoding.ofImport(name)
                                .orElseThrow(() -> password.problem(
                                        HashProblem.NOT_SUPPORTED, "encoding", "is not a known encoding"))))
                .orElse(TextEncoding.UTF8);
    }

    static PasswordHash read(ImportPart custom) {
        String algorithm = custom.requiredText("algorithm");
        CustomHash reader = new CustomHash(custom);
        return switch (algorithm) {
            case "argon2" -> reader.written("argon2");
            case "pbkdf2" -> reader.written("pbkdf2");
            case "bcrypt" -> reader.salted().written("bcrypt");
            case "ldap" -> reader.ldap();
            case "scrypt" -> reader.scrypt();
            case "hmac" -> reader.salted().hmac();
            case "md4", "md5", "sha1", "sha256", "sha512" -> reader.salted().digest(algorithm);
            default -> throw custom.problem(HashProblem.NOT_SUPPORTED, "algorithm", "is not supported");
        };
    }

    private CustomHash salted() {
        custom.allow("algorithm", "hash", "password", "salt");
        return this;
    }

    /** A hash that says itself how it was made; with a salt around the password only where {@link #salted} let one in. */
    private PasswordHash written(String family) {
        if (!family.equals("bcrypt")) {
            custom.allow("algorithm", "hash", "password");
        }
        HashScheme scheme = HashText.readScheme(text(), hash.place() + ".value");
        if (!scheme.name().startsWith(family)) {
            throw hash.problem(HashProblem.INVALID_VALUE, "value", "is not a hash of the algorithm");
        }
        return with(scheme);
    }

    private PasswordHash digest(String algorithm) {
        hash.allow("value", "encoding");
        DigestName digest = DigestName.ofLabel(algorithm).orElseThrow();
        return with(new DigestHash(digest, bytes(digest.length())));
    }

    private PasswordHash hmac() {
        hash.allow("value", "encoding", "digest", "key");
        DigestName digest = DigestName.ofLabel(hash.requiredText("digest"))
                .orElseThrow(() -> hash.problem(HashProblem.NOT_SUPPORTED, "digest", "is not supported"));
        ImportPart key = hash.requiredPart("key").allow("value", "encoding");
        SecretBytes keyBytes = encoded(key, key.text("encoding").orElse("utf8"));
        return with(new HmacHash(digest, keyBytes, bytes(digest.length())));
    }

    private PasswordHash scrypt() {
        custom.allow("algorithm", "hash", "password", "salt", "keylen", "cost", "blockSize", "parallelization");
        hash.allow("value", "encoding");
        int keyLength = custom.number("keylen").orElseThrow(() -> custom.missing("keylen"));
        int cost = custom.number("cost").orElse(DEFAULT_SCRYPT_COST);
        int blockSize = custom.number("blockSize").orElse(DEFAULT_SCRYPT_BLOCK_SIZE);
        int parallelization = custom.number("parallelization").orElse(DEFAULT_SCRYPT_PARALLELIZATION);
        int logCost = Integer.numberOfTrailingZeros(cost);
        if (Integer.bitCount(cost) != 1 || !ScryptHash.exists(logCost, blockSize, parallelization)) {
            throw custom.problem(
                    HashProblem.INVALID_VALUE, "cost", "must be a power of two that scrypt has with these parameters");
        }
        // Here the salt is scrypt's own, not part of what is hashed.
        SecretBytes salt = custom.part("salt")
                .map(part -> part.allow("value", "encoding"))
                .map(part -> encoded(part, part.text("encoding").orElse("utf8")))
                .orElse(SecretBytes.NONE);
        return new PasswordHash(
                new ScryptHash(logCost, blockSize, parallelization, salt, bytes(keyLength)),
                new HashPreparation("", encoding, SecretBytes.NONE, false));
    }

    /** {@code {SSHA}} and Base64 of a digest, behind it the salt that was put behind the password: RFC 2307, section 5.3. */
    private PasswordHash ldap() {
        custom.allow("algorithm", "hash", "password");
        String text = text();
        int end = text.indexOf('}');
        if (!text.startsWith("{") || end < 0) {
            throw hash.problem(HashProblem.INVALID_VALUE, "value", "must begin with a scheme in braces");
        }
        String name = text.substring(1, end).toLowerCase(Locale.ROOT);
        boolean salted = name.equals("smd5") || name.startsWith("ssha");
        String plain = salted ? name.substring(1) : name;
        DigestName digest = Optional.of(plain.equals("sha") ? "sha1" : plain)
                .filter(label -> plain.equals("md5") || plain.equals("sha") || plain.matches("sha(256|384|512)"))
                .flatMap(DigestName::ofLabel)
                .orElseThrow(() -> hash.problem(HashProblem.NOT_SUPPORTED, "value", "has an unsupported scheme"));
        byte[] all = SecretBytes.ofBase64(text.substring(end + 1))
                .orElseThrow(() -> hash.problem(HashProblem.INVALID_VALUE, "value", "must be Base64"))
                .copy();
        int saltLength = all.length - digest.length();
        if (salted ? saltLength < 1 : saltLength != 0) {
            throw hash.problem(HashProblem.INVALID_VALUE, "value", "has another length than its scheme");
        }
        SecretBytes salt = SecretBytes.of(Arrays.copyOfRange(all, digest.length(), all.length));
        SecretBytes output = SecretBytes.of(Arrays.copyOf(all, digest.length()));
        return new PasswordHash(new DigestHash(digest, output), new HashPreparation("", encoding, salt, salted));
    }

    private PasswordHash with(HashScheme scheme) {
        Optional<ImportPart> salt = custom.part("salt").map(part -> part.allow("value", "encoding", "position"));
        boolean suffix = salt.flatMap(part -> part.text("position").map(position -> isSuffix(part, position)))
                .orElse(false);
        SecretBytes bytes = salt.map(part -> encoded(part, part.text("encoding").orElse("utf8")))
                .orElse(SecretBytes.NONE);
        return new PasswordHash(scheme, new HashPreparation("", encoding, bytes, suffix && bytes.length() > 0));
    }

    private static boolean isSuffix(ImportPart salt, String position) {
        return switch (position) {
            case "prefix" -> false;
            case "suffix" -> true;
            default -> throw salt.problem(HashProblem.INVALID_VALUE, "position", "must be prefix or suffix");
        };
    }

    private String text() {
        hash.allow("value", "encoding");
        if (!hash.text("encoding").orElse("utf8").equals("utf8")) {
            throw hash.problem(HashProblem.INVALID_VALUE, "encoding", "must be utf8 with this algorithm");
        }
        return hash.requiredText("value");
    }

    private SecretBytes bytes(int length) {
        String name = hash.requiredText("encoding");
        if (name.equals("utf8")) {
            throw hash.problem(HashProblem.INVALID_VALUE, "encoding", "must be hex or base64 with this algorithm");
        }
        SecretBytes bytes = encoded(hash, name);
        if (bytes.length() != length || length < HashText.LEAST_HASH_BYTES) {
            throw hash.problem(
                    HashProblem.INVALID_VALUE, "value", "is too short, or of another length than the algorithm gives");
        }
        return bytes;
    }

    private static SecretBytes encoded(ImportPart part, String name) {
        String value = part.requiredText("value");
        Optional<SecretBytes> bytes = switch (name) {
            case "utf8" -> Optional.of(SecretBytes.of(value.getBytes(StandardCharsets.UTF_8)));
            case "hex" -> SecretBytes.ofHex(value);
            case "base64" -> SecretBytes.ofBase64(value);
            default -> throw part.problem(HashProblem.NOT_SUPPORTED, "encoding", "is not a known encoding");
        };
        return bytes.orElseThrow(
                () -> part.problem(HashProblem.INVALID_VALUE, "value", "is not in the encoding that it names"));
    }
}
