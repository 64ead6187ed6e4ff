package dev.onoma.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Which name somebody may have meant. */
final class Suggestion {
    private static final int FARTHEST = 2;

    /** What others call the same. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("name", "provider"),
            Map.entry("id", "subject"),
            Map.entry("sub", "subject"),
            Map.entry("user_id", "subject"),
            Map.entry("oidc", "openid_connect"),
            Map.entry("issuer", "id_space"),
            Map.entry("claims", "attributes"),
            Map.entry("mapping", "attributes"),
            Map.entry("first_name", "given_name"),
            Map.entry("last_name", "family_name"),
            Map.entry("avatar", "picture"),
            Map.entry("avatar_url", "picture"),
            Map.entry("photo", "picture"),
            Map.entry("mail", "email"),
            Map.entry("phone", "phone_number"),
            Map.entry("phone_number_verified", "phone_verified"));

    private Suggestion() {}

    /** The known name that is meant by the same word elsewhere, or differs in at most two letters. */
    static Optional<String> of(String wrong, Collection<String> known) {
        String synonym = SYNONYMS.get(wrong);
        if (synonym != null && known.contains(synonym)) {
            return Optional.of(synonym);
        }
        // The cost is that of both lengths multiplied, and a long name is no slip of the pen.
        return wrong.length() > 64
                ? Optional.empty()
                : known.stream()
                        .filter(name -> distance(wrong, name) <= FARTHEST)
                        .min(Comparator.<String>comparingInt(name -> distance(wrong, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters are to be added, removed or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
