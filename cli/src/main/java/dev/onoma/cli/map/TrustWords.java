package dev.onoma.cli.map;

import dev.onoma.cli.WrongCallException;
import dev.onoma.core.provider.EmailTrust;
import java.util.List;
import java.util.Set;

/** What {@code --email-trust} says. */
public final class TrustWords {
    private TrustWords() {}

    /**
     * Reads it.
     *
     * @throws WrongCallException when it is none of the words, and no list of domains
     */
    public static EmailTrust read(String words) {
        return switch (words) {
            case "from_claim" -> EmailTrust.fromClaim();
            case "always" -> EmailTrust.always();
            case "never" -> EmailTrust.never();
            default -> EmailTrust.domains(Set.copyOf(domains(words)));
        };
    }

    /** A word without a dot is no domain but a misspelled trust. */
    private static List<String> domains(String list) {
        List<String> domains = List.of(list.split(",", -1));
        if (domains.stream().anyMatch(domain -> domain.indexOf('.') < 1)) {
            throw new WrongCallException(
                    "--email-trust must be from_claim, always, never, or domains such as example.com,example.org");
        }
        return domains;
    }
}
