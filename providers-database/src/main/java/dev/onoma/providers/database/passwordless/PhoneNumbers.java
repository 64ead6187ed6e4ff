package dev.onoma.providers.database.passwordless;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads phone numbers as people write them. */
final class PhoneNumbers {
    /** What the library calls a region of which nothing is known. */
    private static final String NOWHERE = "ZZ";

    /** Whoever has such a number is paid for what is sent there. */
    private static final Set<PhoneNumberType> PAID =
            EnumSet.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST);

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String region;

    /**
     * Numbers of the whole world.
     *
     * @param region where numbers without a country code are, such as {@code DE}; empty where they are refused
     * @throws IllegalArgumentException when there is no such region
     */
    PhoneNumbers(Optional<String> region) {
        this.region = region.orElse(NOWHERE);
        if (region.isPresent() && !library.getSupportedRegions().contains(this.region)) {
            throw new IllegalArgumentException(
                    "the default region must be two capital letters of ISO 3166-1, such as DE");
        }
    }

    /** A number in E.164; empty when it is none that exists, has an extension, or is paid for by whoever sends to it. */
    Optional<String> e164(String typed) {
        PhoneNumber number;
        try {
            number = library.parse(typed, region);
        } catch (NumberParseException none) {
            return Optional.empty();
        }
        boolean usable = !number.hasExtension()
                && library.isPossibleNumber(number)
                && library.isValidNumber(number)
                && !PAID.contains(library.getNumberType(number));
        return usable ? Optional.of(library.format(number, PhoneNumberFormat.E164)) : Optional.empty();
    }
}
