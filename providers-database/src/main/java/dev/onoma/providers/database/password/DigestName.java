package dev.onoma.providers.database.password;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.WhirlpoolDigest;

/** The digests that imported hashes are made with. */
enum DigestName {
    MD4(16),
    MD5(16),
    RIPEMD160(20),
    SHA1(20),
    SHA224(28),
    SHA256(32),
    SHA384(48),
    SHA512(64),
    WHIRLPOOL(64);

    private final int length;

    DigestName(int length) {
        this.length = length;
    }

    static Optional<DigestName> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(digest -> digest.label().equals(label))
                .findFirst();
    }

    /**
     * A digest by any of the names that OpenSSL, and so Node and Auth0's imports of PBKDF2, have for it, such as
     * {@code RSA-SHA512} and {@code sha512WithRSAEncryption}. MDC2 is not supported.
     */
    static Optional<DigestName> ofOpenSsl(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceFirst("^(rsa-|ssl3-)", "")
                .replaceFirst("withrsa(encryption)?$", "");
        return switch (plain) {
            case "sha1-2" -> Optional.of(SHA1);
            case "ripemd", "rmd160" -> Optional.of(RIPEMD160);
            default -> ofLabel(plain);
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Bytes of its output. */
    int length() {
        return length;
    }

    ExtendedDigest create() {
        return switch (this) {
            case MD4 -> new MD4Digest();
            case MD5 -> new MD5Digest();
            case RIPEMD160 -> new RIPEMD160Digest();
            case SHA1 -> new SHA1Digest();
            case SHA224 -> new SHA224Digest();
            case SHA256 -> new SHA256Digest();
            case SHA384 -> new SHA384Digest();
            case SHA512 -> new SHA512Digest();
            case WHIRLPOOL -> new WhirlpoolDigest();
        };
    }
}
