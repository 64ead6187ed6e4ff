package dev.onoma.core.search;

import dev.onoma.core.search.Condition.Present;
import dev.onoma.core.search.Conditions.WrittenBound;
import dev.onoma.core.search.JsonField.Document;
import dev.onoma.core.search.Query.Clause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the terms of a query: what stands between operators. */
final class Terms {
    /** What a term without a field looks at: short texts that tell users apart. */
    private static final List<UserField> BARE = List.of(
            UserField.USER_ID,
            UserField.NAME,
            UserField.GIVEN_NAME,
            UserField.FAMILY_NAME,
            UserField.NICKNAME,
            UserField.EMAIL,
            UserField.USERNAME,
            UserField.PHONE_NUMBER);

    private static final String FIELD =
            "a field such as name, email.domain, identities.connection or app_metadata.plan";

    private final QueryText text;
    private final QueryParser parser;
    private final Conditions conditions;
    private final int mostClauses;
    private int clauses;

    Terms(QueryText text, QueryParser parser, int mostClauses) {
        this.text = text;
        this.parser = parser;
        this.conditions = new Conditions(text);
        this.mostClauses = mostClauses;
    }

    /** The next term; a value of the field where one stands before the parentheses around it. */
    Query term(Optional<Field> field) {
        if (text.isEnd() || text.isNext(')') || text.isOperator("AND", "&&") || text.isOperator("OR", "||")) {
            throw text.expected("a term");
        }
        Query term = text.isNext('(') ? parser.group(field) : clause(field);
        if (!text.isEnd() && !text.isNextSpace() && !text.isNext(')')) {
            throw text.expected("white space or an operator");
        }
        return term;
    }

    private Query clause(Optional<Field> field) {
        if (clauses == mostClauses) {
            throw text.expected("at most " + mostClauses + " terms");
        }
        clauses++;
        if (field.isPresent() || text.isNext('"')) {
            return value(field);
        }
        if (text.isNext('[') || text.isNext('{')) {
            throw text.expected(FIELD + " before a range");
        }
        Word word = text.word(":()");
        if (!text.take(':')) {
            return bare(word);
        }
        if (word.isSign("*") && text.take('*')) {
            return Query.EVERYONE;
        }
        if (word.isSign("_exists_")) {
            return new Clause(field(text.word(":()"), true), new Present());
        }
        return value(Optional.of(field(word, false)));
    }

    private Query bare(Word word) {
        return word.isSign("*") ? Query.EVERYONE : inBareFields(field -> conditions.word(field, word));
    }

    private static Query inBareFields(Function<Field, Condition> condition) {
        return QueryParser.anyOf(BARE.stream()
                .map(field -> new Clause(field, condition.apply(field)))
                .toList());
    }

    private Query value(Optional<Field> field) {
        int start = text.position();
        if (text.isNext('"')) {
            String phrase = text.phrase();
            return field.<Query>map(each -> new Clause(each, conditions.literal(each, phrase, start)))
                    .orElseGet(() -> inBareFields(each -> conditions.literal(each, phrase, start)));
        }
        Field asked = field.orElseThrow();
        if (text.isNext('(')) {
            return parser.group(field);
        }
        if (text.isNext('[') || text.isNext('{')) {
            return new Clause(asked, range(asked));
        }
        Word word = text.word("()");
        if (word.isEmpty()) {
            throw text.expected("a value after the colon");
        }
        return new Clause(asked, conditions.word(asked, word));
    }

    private Condition range(Field field) {
        int start = text.position();
        boolean fromInclusive = text.isNext('[');
        text.takeNext();
        Optional<WrittenBound> from = bound(fromInclusive);
        text.skipSpace();
        if (!text.takeWord("TO")) {
            throw text.expected("TO between the bounds of the range");
        }
        Optional<WrittenBound> to = bound(true);
        text.skipSpace();
        if (!text.isNext(']') && !text.isNext('}')) {
            throw text.expected("] or } at the end of the range");
        }
        boolean toInclusive = text.isNext(']');
        text.takeNext();
        return conditions.range(
                field, from, to.map(bound -> new WrittenBound(bound.literal(), toInclusive, bound.start())), start);
    }

    private Optional<WrittenBound> bound(boolean isInclusive) {
        text.skipSpace();
        int start = text.position();
        if (text.isNext('"')) {
            return Optional.of(new WrittenBound(text.phrase(), isInclusive, start));
        }
        Word word = text.word("]}");
        if (word.isEmpty() || word.isSign("TO")) {
            throw text.expected("a bound of the range, or * for none", start);
        }
        return word.isSign("*") ? Optional.empty() : Optional.of(new WrittenBound(word.text(), isInclusive, start));
    }

    private Field field(Word name, boolean mayBeWhole) {
        for (Document document : Document.values()) {
            if (name.text().equals(document.fieldName()) && mayBeWhole) {
                return new JsonField(document, List.of());
            }
            if (name.text().startsWith(document.fieldName() + ".")) {
                return new JsonField(document, path(name, document));
            }
        }
        return UserField.named(name.text()).orElseThrow(() -> text.expected(FIELD, name.start()));
    }

    private List<String> path(Word name, Document document) {
        List<String> names = name.split('.');
        int own = document.fieldName().split("\\.", -1).length;
        if (names.size() <= own || names.contains("")) {
            throw text.expected("a path such as " + document.fieldName() + ".address.city", name.start());
        }
        return names.subList(own, names.size());
    }
}
