package dev.onoma.examples.web;

/**
 * A sentence for the person, at the top of the next page.
 *
 * @param text the sentence
 * @param isProblem whether something did not work
 */
record Notice(String text, boolean isProblem) {
    static Notice done(String text) {
        return new Notice(text, false);
    }

    static Notice problem(String text) {
        return new Notice(text, true);
    }

    /** What a person may be told of a login that was not accepted, by its public code. */
    static Notice notSignedIn(String publicCode) {
        return problem(
                switch (publicCode) {
                    case "access_denied" -> "You turned back at the provider, so nobody was signed in.";
                    case "provider_unavailable" -> "The provider cannot be reached at the moment. Try again later.";
                    case "login_restart" -> "That sign-in had expired or was used before. Start again.";
                    case "same_user" -> "That account is yours already.";
                    case "login_not_recent" ->
                        "To link another account, sign in again first: that login was used, or is ten minutes old.";
                    case "login_refused" ->
                        "That account may not sign in here. Under \"Never on login\" only known users may.";
                    default -> "The provider's answer could not be accepted (" + publicCode + ").";
                });
    }
}
