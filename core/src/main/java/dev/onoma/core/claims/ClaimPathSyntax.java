package dev.onoma.core.claims;

import dev.onoma.core.claims.ClaimPath.Step;
import java.util.ArrayList;
import java.util.List;

/** Reads and prints the text of claim paths. */
final class ClaimPathSyntax {
    private static final String SPECIAL = ".[]|'\"";
    private static final int LONGEST_INDEX = 6;

    private final String text;
    private int at;

    ClaimPathSyntax(String text) {
        this.text = text;
    }

    List<ClaimPath> parse() {
        List<ClaimPath> paths = new ArrayList<>();
        do {
            paths.add(path());
        } while (take('|'));
        if (at < text.length()) {
            throw wrong("has an unexpected " + text.charAt(at));
        }
        return List.copyOf(paths);
    }

    private ClaimPath path() {
        List<Step> steps = new ArrayList<>();
        skipSpace();
        steps.add(peek() == '[' ? bracket(true) : member());
        while (true) {
            if (take('.')) {
                steps.add(member());
            } else if (peek() == '[') {
                steps.add(bracket(false));
            } else {
                skipSpace();
                return new ClaimPath(steps);
            }
        }
    }

    private Step member() {
        int start = at;
        while (at < text.length() && !isSpecial(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong("has a blank name");
        }
        return new Step.Member(text.substring(start, at));
    }

    private Step bracket(boolean first) {
        at++;
        Step step;
        if (take('\'')) {
            step = new Step.Member(quoted());
        } else if (first) {
            throw wrong("must begin with a claim's name");
        } else {
            step = new Step.Element(index());
        }
        if (!take(']')) {
            throw wrong("has a bracket that is not closed");
        }
        return step;
    }

    private String quoted() {
        StringBuilder name = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\'') {
                name.append(c);
            } else if (peek() == '\'') {
                name.append(c);
                at++;
            } else if (name.toString().isBlank()) {
                throw wrong("has a blank name");
            } else {
                return name.toString();
            }
        }
        throw wrong("has a quote that is not closed");
    }

    private int index() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (start == at || at - start > LONGEST_INDEX) {
            throw wrong("has an index that is not a number of 1 to " + LONGEST_INDEX + " digits");
        }
        return Integer.parseInt(text.substring(start, at));
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean take(char c) {
        if (peek() != c || at >= text.length()) {
            return false;
        }
        at++;
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException("claim path \"" + text + "\" " + problem);
    }

    private static boolean isSpecial(char c) {
        return SPECIAL.indexOf(c) >= 0 || Character.isWhitespace(c);
    }

    static String print(List<Step> steps) {
        StringBuilder printed = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Step.Element element) {
                printed.append('[').append(element.index()).append(']');
            } else {
                appendName(printed, ((Step.Member) step).name());
            }
        }
        return printed.toString();
    }

    /** Adds a member's name to a path that is being printed. */
    static void appendName(StringBuilder printed, String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> isSpecial((char) c))) {
            printed.append("['").append(name.replace("'", "''")).append("']");
        } else {
            printed.append(printed.length() == 0 ? "" : ".").append(name);
        }
    }
}
