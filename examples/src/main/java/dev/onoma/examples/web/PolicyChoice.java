package dev.onoma.examples.web;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.connection.SyncRule;
import java.util.Locale;
import java.util.Optional;

/** The sync policies that the page offers, for all connections alike. */
enum PolicyChoice {
    ON_EACH_LOGIN("On each login", "The provider decides: every login writes what it sends."),
    UNTIL_EDITED("Until edited", "As on each login, but what you edit here is yours and stays as you wrote it."),
    ON_FIRST_LOGIN("On first login", "Written when the user is created, and then left to you."),
    NEVER_ON_LOGIN("Never on login", "No login writes the profile, and whoever is not known yet is refused.");

    private final String title;
    private final String meaning;

    PolicyChoice(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    private static SyncPolicy untilEdited() {
        SyncPolicy policy = SyncPolicy.ON_EACH_LOGIN;
        for (RootAttribute attribute : RootAttribute.ALL) {
            if (attribute.isGovernedByMode()) {
                policy = policy.override(attribute, SyncRule.UNTIL_EDITED);
            }
        }
        return policy;
    }

    SyncPolicy policy() {
        return switch (this) {
            case ON_EACH_LOGIN -> SyncPolicy.ON_EACH_LOGIN;
            case UNTIL_EDITED -> untilEdited();
            case ON_FIRST_LOGIN -> SyncPolicy.ON_FIRST_LOGIN;
            case NEVER_ON_LOGIN -> SyncPolicy.NEVER_ON_LOGIN;
        };
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }

    /** What a form calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PolicyChoice> named(String word) {
        for (PolicyChoice choice : values()) {
            if (choice.word().equals(word)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
