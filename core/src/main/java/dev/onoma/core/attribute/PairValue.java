package dev.onoma.core.attribute;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An address and its verified flag, which remembers who verified the address and when. Immutable. */
public final class PairValue implements AttributeValue {
    private final String address;
    private final @Nullable Verification verification;

    private PairValue(String address, @Nullable Verification verification) {
        this.address = requireNonNull(address, "address");
        this.verification = verification;
    }

    /** An address that nobody has verified. */
    public static PairValue unverified(String address) {
        return new PairValue(address, null);
    }

    /** An address that somebody has verified. */
    public static PairValue verified(String address, Verification verification) {
        return new PairValue(address, requireNonNull(verification, "verification"));
    }

    @Override
    public String text() {
        return address;
    }

    public boolean isVerified() {
        return verification != null;
    }

    /** Who verified the address and when; empty when nobody has. */
    public Optional<Verification> verification() {
        return Optional.ofNullable(verification);
    }

    /** This pair with its address spelled in another way. */
    public PairValue spelled(String spelling) {
        return spelling.equals(address) ? this : new PairValue(spelling, verification);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairValue pair
                && address.equals(pair.address)
                && Objects.equals(verification, pair.verification);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, verification);
    }

    @Override
    public String toString() {
        return "PairValue[" + (isVerified() ? "verified" : "unverified") + "]";
    }
}
