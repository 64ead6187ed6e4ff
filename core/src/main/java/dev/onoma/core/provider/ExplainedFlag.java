package dev.onoma.core.provider;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the verified flag of an address came about.
 *
 * @param said what the source says
 * @param counted what that counts as, after the connection's trust
 * @param trust the connection's trust in e-mail addresses; empty for phone numbers, to which it does not extend
 * @param attempts where it was looked for, in order
 */
public record ExplainedFlag(FlagState said, FlagState counted, Optional<EmailTrust> trust, List<Attempt> attempts) {
    public ExplainedFlag {
        requireNonNull(said, "said");
        requireNonNull(counted, "counted");
        requireNonNull(trust, "trust");
        attempts = List.copyOf(attempts);
    }

    /** As JSON: {@code said verified}, {@code email_trust} where there is such, and {@code tried}. */
    public JsonObject toJson() {
        JsonObject.Builder json =
                JsonObject.builder().put("said", word(said)).put("verified", counted == FlagState.TRUE);
        trust.ifPresent(kind -> json.put("email_trust", kind.toString()));
        return json.put(
                        "tried",
                        new JsonArray(attempts.stream()
                                .<JsonValue>map(Attempt::toJson)
                                .toList()))
                .build();
    }

    /** In words: {@code said true, kept back by the e-mail trust never (email_verified of …: taken)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("flag ").append(said == FlagState.UNSAID ? "unsaid" : "said ");
        if (said != FlagState.UNSAID) {
            text.append(word(said));
        }
        if (said != counted) {
            text.append(counted == FlagState.TRUE ? ", granted" : ", kept back").append(" by the e-mail trust ");
            text.append(trust.map(EmailTrust::toString).orElse(""));
        }
        if (!attempts.isEmpty()) {
            text.append(" (").append(ExplainedAttribute.words(attempts)).append(')');
        }
        return text.toString();
    }

    private static String word(FlagState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
