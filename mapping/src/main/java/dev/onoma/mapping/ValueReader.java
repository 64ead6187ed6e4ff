package dev.onoma.mapping;

import dev.onoma.core.claims.ClaimPath;
import dev.onoma.mapping.Node.Field;
import dev.onoma.mapping.Node.Fields;
import dev.onoma.mapping.Node.Items;
import dev.onoma.mapping.Node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads values of the type that their name needs; what is of another type is a problem. */
final class ValueReader {
    private static final int LONGEST_QUOTED = 64;

    private final Problems problems;

    ValueReader(Problems problems) {
        this.problems = problems;
    }

    /** One text of candidate paths, or a list of them. */
    Optional<String> paths(Field field) {
        Optional<String> text = field.value() instanceof Items items
                ? joined(field, items)
                : text(field).map(Scalar::text);
        return text.filter(paths -> problems.tried(field.value().place(), () -> ClaimPath.listOf(paths))
                .isPresent());
    }

    private Optional<String> joined(Field field, Items items) {
        if (items.nodes().isEmpty()) {
            problems.add(items.place(), quoted(field.name()) + " names no path");
            return Optional.empty();
        }
        List<String> texts = texts(field);
        return texts.size() == items.nodes().size() ? Optional.of(String.join(" | ", texts)) : Optional.empty();
    }

    boolean flag(Field field) {
        String word = field.value() instanceof Scalar scalar && scalar.plain() ? scalar.text() : "";
        if (!word.equals("true") && !word.equals("false")) {
            problems.add(field.value().place(), quoted(field.name()) + " must be true or false");
        }
        return word.equals("true");
    }

    Optional<Scalar> text(Field field) {
        return text(field.name(), field.value());
    }

    private Optional<Scalar> text(Scalar name, Node value) {
        if (value instanceof Scalar scalar && scalar.isText() && !scalar.text().isBlank()) {
            return Optional.of(scalar);
        }
        problems.add(value.place(), quoted(name) + " must be text (a number, true, false or null stands in quotes)");
        return Optional.empty();
    }

    List<String> texts(Field field) {
        if (!(field.value() instanceof Items items)) {
            problems.add(field.value().place(), quoted(field.name()) + " must be a list of texts");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        items.nodes().forEach(node -> text(field.name(), node).ifPresent(scalar -> texts.add(scalar.text())));
        return texts;
    }

    List<Field> fields(Node node, String what) {
        if (node instanceof Fields all) {
            return all.fields();
        }
        problems.add(node.place(), what + " must hold names with values");
        return List.of();
    }

    void unknown(Scalar name, String kind, Collection<String> known) {
        String meant = Suggestion.of(name.text(), known)
                .map(suggestion -> "did you mean \"" + suggestion + "\"?")
                .orElse("known are " + String.join(", ", known));
        problems.add(name.place(), "there is no " + kind + quoted(name) + ": " + meant);
    }

    static String quoted(Scalar name) {
        String text = name.text();
        return text.length() <= LONGEST_QUOTED ? "\"" + text + "\"" : "\"" + text.substring(0, LONGEST_QUOTED) + "…\"";
    }
}
