package dev.onoma.fuzz.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** An input as a row of decisions: each takes the next byte, and zero when there are no more. Not for several threads. */
public final class Bytes {
    private final byte[] input;
    private int next;

    public Bytes(byte[] input) {
        this.input = input.clone();
    }

    /** Whether there are no more. */
    public boolean isEnd() {
        return next >= input.length;
    }

    /** From 0 to 255. */
    public int take() {
        return isEnd() ? 0 : input[next++] & 0xFF;
    }

    /** From 0 to so many, which is left out. */
    public int below(int bound) {
        return (bound > 256 ? take() << 8 | take() : take()) % bound;
    }

    /** One of several. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The next bytes as text: at most so many, each a character of its own. */
    public String text(int most) {
        int end = Math.min(input.length, next + most);
        String text = new String(input, next, Math.max(0, end - next), StandardCharsets.ISO_8859_1);
        next = Math.max(next, end);
        return text;
    }

    /** All that is left, as UTF-8. */
    public String rest() {
        String text = new String(
                Arrays.copyOfRange(input, Math.min(next, input.length), input.length), StandardCharsets.UTF_8);
        next = input.length;
        return text;
    }

    /**
     * A text with as many edits as there are bytes for: characters replaced, cut out and put in. It may come out as it
     * was.
     */
    public String edited(String text) {
        StringBuilder edited = new StringBuilder(text);
        while (!isEnd() && edited.length() > 0) {
            int kind = below(3);
            int place = below(edited.length());
            char character = (char) take();
            if (kind == 0) {
                edited.setCharAt(place, character);
            } else if (kind == 1) {
                edited.insert(place, character);
            } else {
                edited.delete(place, Math.min(edited.length(), place + 1 + character % 16));
            }
        }
        return edited.toString();
    }
}
