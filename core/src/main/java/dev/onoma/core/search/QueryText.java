package dev.onoma.core.search;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.attribute.Characters;
import java.util.BitSet;

/** A query's text, read from left to right. */
final class QueryText {
    /** What would mean something in Lucene's syntax and means nothing here, or begins something else. */
    private static final String REFUSED = "\"[]{}^~?";

    private final String text;
    private int at;

    QueryText(String text, Limits limits) {
        this.text = text;
        int most = limits.of(Limit.QUERY_CHARACTERS);
        if (!Characters.atMost(text, most)) {
            at = text.offsetByCodePoints(0, most);
            throw expected("the end: a query has at most " + most + " characters");
        }
        if (Characters.isUnsafe(text)) {
            throw expected("a query without NUL characters and lone surrogates");
        }
    }

    int position() {
        return at;
    }

    InvalidQueryException expected(String what) {
        return expected(what, at);
    }

    InvalidQueryException expected(String what, int where) {
        return new InvalidQueryException("query", number(where), what);
    }

    /** The number of the character at a position, from 1. */
    int number(int where) {
        return text.codePointCount(0, where) + 1;
    }

    boolean isEnd() {
        return at == text.length();
    }

    boolean isNext(char c) {
        return !isEnd() && text.charAt(at) == c;
    }

    boolean isNextOneOf(String chars) {
        return !isEnd() && chars.indexOf(text.charAt(at)) >= 0;
    }

    boolean isNextSpace() {
        return !isEnd() && Characters.isSpace(text.charAt(at));
    }

    void skipSpace() {
        while (isNextSpace()) {
            at++;
        }
    }

    /** Takes a character, where it is the next one. */
    boolean take(char c) {
        if (isNext(c)) {
            at++;
            return true;
        }
        return false;
    }

    /** Takes the next character, whatever it is. */
    void takeNext() {
        at++;
    }

    /** Whether an operator comes next: a whole word in capitals, or its signs. */
    boolean isOperator(String word, String signs) {
        return isWord(word) || text.startsWith(signs, at);
    }

    /** Takes an operator, where it is what comes next but for white space. */
    boolean takeOperator(String word, String signs) {
        skipSpace();
        if (takeWord(word)) {
            return true;
        }
        boolean isNext = text.startsWith(signs, at);
        at += isNext ? signs.length() : 0;
        return isNext;
    }

    /** Takes a word, where it is the whole next one. */
    boolean takeWord(String word) {
        if (isWord(word)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private boolean isWord(String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (end == text.length()
                        || Characters.isSpace(text.charAt(end))
                        || "()\"".indexOf(text.charAt(end)) >= 0);
    }

    /** What stands between quotation marks, of which the first one is next. */
    String phrase() {
        int start = at++;
        StringBuilder phrase = new StringBuilder();
        while (!isEnd() && !isNext('"')) {
            take('\\');
            if (!isEnd()) {
                phrase.append(text.charAt(at++));
            }
        }
        if (!take('"')) {
            throw expected("a closing quotation mark for the one at position " + number(start));
        }
        return phrase.toString();
    }

    /** Characters up to white space or one of the stops; a backslash takes its meaning from the next character. */
    Word word(String stops) {
        int start = at;
        StringBuilder word = new StringBuilder();
        BitSet escaped = new BitSet();
        while (!isEnd() && !isNextSpace() && !isNextOneOf(stops)) {
            if (isNextOneOf(REFUSED) || (at == start && isNext('/'))) {
                throw expected("a backslash before this character, or quotation marks around the text");
            }
            if (take('\\')) {
                escaped.set(word.length());
                if (isEnd()) {
                    throw expected("a character after the backslash");
                }
            }
            word.append(text.charAt(at++));
        }
        return new Word(word.toString(), escaped, start);
    }
}
