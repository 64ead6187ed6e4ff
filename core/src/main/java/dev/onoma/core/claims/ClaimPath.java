package dev.onoma.core.claims;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Where a claim is: {@code a.b[0].c}. A name that holds a dot, a bracket, a bar, a quote or white space is written in
 * brackets and quotes, a quote in it doubled: {@code ['https://example.com/roles'][0]}. Immutable.
 */
public final class ClaimPath {
    private final String root;
    private final Step[] below;
    private final String text;

    ClaimPath(List<Step> steps) {
        this.root = ((Step.Member) steps.get(0)).name();
        this.below = steps.subList(1, steps.size()).toArray(Step[]::new);
        this.text = ClaimPathSyntax.print(steps);
    }

    /**
     * A path by its text.
     *
     * @throws IllegalArgumentException when the text is blank or not a path; the message quotes it, since paths are
     *     configuration
     */
    public static ClaimPath of(String text) {
        List<ClaimPath> paths = listOf(text);
        if (paths.size() != 1) {
            throw new IllegalArgumentException("claim path \"" + text + "\" must be one path, without |");
        }
        return paths.get(0);
    }

    /**
     * Candidate paths, first choice first: {@code name | login}.
     *
     * @throws IllegalArgumentException when a path is blank or not a path
     */
    public static List<ClaimPath> listOf(String text) {
        return new ClaimPathSyntax(text).parse();
    }

    /** The name of the claim at the top level that the path begins with. */
    public String root() {
        return root;
    }

    /**
     * What is at this path; empty when there is nothing, or something on the way has no members: a null on the way
     * says nothing of what it could have held.
     */
    public Optional<JsonValue> in(JsonObject object) {
        Optional<JsonValue> found = object.get(root);
        for (int i = 0; i < below.length && found.isPresent(); i++) {
            found = below[i].in(found.get());
        }
        return found;
    }

    /** The path's text in its shortest form. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClaimPath path && text.equals(path.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** One step down. */
    sealed interface Step {
        Optional<JsonValue> in(JsonValue value);

        record Member(String name) implements Step {
            /** Interned, as the common names of documents are: so these are found without being compared. */
            public Member {
                name = name.intern();
            }

            @Override
            public Optional<JsonValue> in(JsonValue value) {
                return value instanceof JsonObject object ? object.get(name) : Optional.empty();
            }
        }

        record Element(int index) implements Step {
            @Override
            public Optional<JsonValue> in(JsonValue value) {
                return value instanceof JsonArray array
                                && index < array.elements().size()
                        ? Optional.of(array.elements().get(index))
                        : Optional.empty();
            }
        }
    }
}
