package dev.onoma.examples.web.server;

/**
 * A sentence for the person, at the top of the next page.
 *
 * @param text the sentence
 * @param isProblem whether something did not work
 */
public record Notice(String text, boolean isProblem) {
    public static Notice done(String text) {
        return new Notice(text, false);
    }

    public static Notice problem(String text) {
        return new Notice(text, true);
    }
}
