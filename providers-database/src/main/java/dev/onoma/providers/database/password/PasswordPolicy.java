package dev.onoma.providers.database.password;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which passwords may be chosen. By default at least 8 characters (code points of the prepared password) and at most
 * {@value Password#MAX_BYTES} bytes; nothing about letters, digits and signs. Never what everybody knows of the person:
 * compared without regard to case, width, and everything that is no letter or digit. Immutable, thread-safe.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">NIST SP 800-63B-4, section 3.1.1.2</a>
 */
public final class PasswordPolicy {
    private static final Set<RootAttribute> NAMES =
            Set.of(RootAttribute.NAME, RootAttribute.GIVEN_NAME, RootAttribute.FAMILY_NAME, RootAttribute.NICKNAME);

    private final int minCharacters;
    private final Set<String> forbidden;
    private final BreachList breachList;

    private PasswordPolicy(Builder builder) {
        this.minCharacters = builder.minCharacters;
        this.forbidden = Set.copyOf(builder.forbidden);
        this.breachList = builder.breachList;
    }

    /** The policy with the defaults, without a list of breached passwords. */
    public static PasswordPolicy standard() {
        return builder().build();
    }

    /** A builder of a policy with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Every reason against a password; none when it may be chosen. The list of breached passwords is not asked about one
     * that another reason is against.
     *
     * @param password what was typed
     * @param person the person's attributes, as they will be
     */
    public Set<PasswordRefusal> check(Password password, RootAttributes person) {
        requireNonNull(person, "person");
        EnumSet<PasswordRefusal> refusals = EnumSet.noneOf(PasswordRefusal.class);
        switch (password.form()) {
            case EMPTY -> refusals.add(PasswordRefusal.PASSWORD_TOO_SHORT);
            case TOO_LONG -> refusals.add(PasswordRefusal.PASSWORD_TOO_LONG);
            case MALFORMED -> refusals.add(PasswordRefusal.PASSWORD_CHARACTERS);
            case USABLE -> {
                checkText(PasswordText.of(password), person, refusals);
                if (refusals.isEmpty() && breachList.contains(PasswordSha1.of(password))) {
                    refusals.add(PasswordRefusal.PASSWORD_BREACHED);
                }
            }
        }
        return Collections.unmodifiableSet(refusals);
    }

    private void checkText(PasswordText text, RootAttributes person, Set<PasswordRefusal> refusals) {
        if (text.characters() < minCharacters) {
            refusals.add(PasswordRefusal.PASSWORD_TOO_SHORT);
        }
        if (!text.isAssigned()) {
            refusals.add(PasswordRefusal.PASSWORD_CHARACTERS);
        }
        if (forbidden.contains(text.folded())) {
            refusals.add(PasswordRefusal.PASSWORD_FORBIDDEN);
        }
        if (NAMES.stream().flatMap(name -> person.text(name).stream()).anyMatch(text::says)) {
            refusals.add(PasswordRefusal.PASSWORD_IS_NAME);
        }
        if (person.text(RootAttribute.USERNAME).filter(text::says).isPresent()) {
            refusals.add(PasswordRefusal.PASSWORD_IS_USERNAME);
        }
        if (addresses(person).anyMatch(text::says)) {
            refusals.add(PasswordRefusal.PASSWORD_IS_ADDRESS);
        }
    }

    private static Stream<String> addresses(RootAttributes person) {
        Optional<String> email = person.text(RootAttribute.EMAIL);
        Optional<String> local = email.filter(address -> address.indexOf('@') > 0)
                .map(address -> address.substring(0, address.lastIndexOf('@')));
        return Stream.of(email, local, person.text(RootAttribute.PHONE_NUMBER)).flatMap(Optional::stream);
    }

    /** Collects the parts of a policy. Not for use by several threads. */
    public static final class Builder {
        private static final int LEAST_CHARACTERS = 8;
        private static final int MOST_CHARACTERS = 64;

        private int minCharacters = LEAST_CHARACTERS;
        private final Set<String> forbidden = new HashSet<>();
        private BreachList breachList = BreachList.none();

        private Builder() {}

        /**
         * Characters that a password has to have at least, 8 to 64. Default: 8, which NIST accepts beside a second
         * factor; it asks for 15 where the password is all there is.
         *
         * @throws IllegalArgumentException when it is out of these bounds
         */
        public Builder minCharacters(int characters) {
            if (characters < LEAST_CHARACTERS || characters > MOST_CHARACTERS) {
                throw new IllegalArgumentException(
                        "minCharacters must be " + LEAST_CHARACTERS + " to " + MOST_CHARACTERS);
            }
            minCharacters = characters;
            return this;
        }

        /** Words that are no password by themselves, such as the application's name. Default: none. */
        public Builder forbid(String... words) {
            for (String word : words) {
                forbidden.add(PasswordText.fold(word));
            }
            return this;
        }

        /** The list of breached passwords to ask. Default: {@link BreachList#none()}. */
        public Builder breachList(BreachList list) {
            breachList = requireNonNull(list, "list");
            return this;
        }

        /** The policy. */
        public PasswordPolicy build() {
            return new PasswordPolicy(this);
        }
    }
}
