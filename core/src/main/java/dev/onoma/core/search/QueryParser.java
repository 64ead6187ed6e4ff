package dev.onoma.core.search;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.search.Query.AllOf;
import dev.onoma.core.search.Query.AnyOf;
import dev.onoma.core.search.Query.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads queries by recursive descent. The grammar, loosest first:
 *
 * <pre>
 * or       = sequence { ("OR" | "||") sequence }
 * sequence = and { and }
 * and      = signed { ("AND" | "&amp;&amp;") signed }
 * signed   = { "NOT" | "!" | "-" | "+" } term
 * term     = "(" or ")" | "_exists_:" field | field ":" value | value
 * value    = "(" or ")" | phrase | range | word
 * </pre>
 */
final class QueryParser {
    private final QueryText text;
    private final Terms terms;
    private final int mostDepth;
    private int depth;

    QueryParser(String text, Limits limits) {
        this.text = new QueryText(text, limits);
        this.terms = new Terms(this.text, this, limits.of(Limit.QUERY_CLAUSES));
        this.mostDepth = limits.of(Limit.QUERY_DEPTH);
    }

    Query parse() {
        text.skipSpace();
        if (text.isEnd()) {
            return Query.EVERYONE;
        }
        Query query = or(Optional.empty());
        if (!text.isEnd()) {
            throw text.expected("an opening parenthesis before this closing one");
        }
        return query;
    }

    /** What stands between parentheses, of which the first one is next; of a field where one stands before them. */
    Query group(Optional<Field> field) {
        int start = text.position();
        if (depth == mostDepth) {
            throw text.expected("at most " + mostDepth + " levels of parentheses");
        }
        depth++;
        text.take('(');
        Query query = or(field);
        if (!text.take(')')) {
            throw text.expected("a closing parenthesis for the one at position " + text.number(start));
        }
        depth--;
        return query;
    }

    private Query or(Optional<Field> field) {
        List<Query> parts = new ArrayList<>(List.of(sequence(field)));
        while (text.takeOperator("OR", "||")) {
            parts.add(sequence(field));
        }
        return anyOf(parts);
    }

    static Query anyOf(List<? extends Query> parts) {
        return parts.size() == 1 ? parts.get(0) : new AnyOf(List.copyOf(parts));
    }

    private static Query allOf(List<Query> parts) {
        return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
    }

    /** As Lucene combines terms without an operator: one of them, all with a plus, none with a minus. */
    private Query sequence(Optional<Field> field) {
        List<Query> optional = new ArrayList<>();
        List<Query> required = new ArrayList<>();
        List<Query> prohibited = new ArrayList<>();
        do {
            Signed signed = and(field);
            switch (signed.sign()) {
                case NONE -> optional.add(signed.asQuery());
                case REQUIRED -> required.add(signed.asQuery());
                case PROHIBITED -> prohibited.add(signed.asQuery());
            }
            text.skipSpace();
        } while (!text.isEnd() && !text.isNext(')') && !text.isOperator("OR", "||"));
        if (required.isEmpty() && !optional.isEmpty()) {
            required.add(anyOf(optional));
        }
        required.addAll(prohibited);
        return allOf(required);
    }

    private Signed and(Optional<Field> field) {
        Signed first = signed(field);
        List<Query> parts = new ArrayList<>(List.of(first.asQuery()));
        while (text.takeOperator("AND", "&&")) {
            parts.add(signed(field).asQuery());
        }
        return parts.size() == 1 ? first : new Signed(new AllOf(parts), Sign.NONE);
    }

    private Signed signed(Optional<Field> field) {
        boolean negated = false;
        boolean required = false;
        text.skipSpace();
        for (Sign sign = takeSign(); sign != Sign.NONE; sign = takeSign()) {
            required |= sign == Sign.REQUIRED;
            negated ^= sign == Sign.PROHIBITED;
        }
        Sign positive = required ? Sign.REQUIRED : Sign.NONE;
        return new Signed(terms.term(field), negated ? Sign.PROHIBITED : positive);
    }

    private Sign takeSign() {
        if (text.takeWord("NOT")) {
            text.skipSpace();
            return Sign.PROHIBITED;
        }
        Sign sign =
                text.isNext('+') ? Sign.REQUIRED : text.isNext('-') || text.isNext('!') ? Sign.PROHIBITED : Sign.NONE;
        if (sign != Sign.NONE) {
            text.takeNext();
            if (text.isEnd() || text.isNextSpace()) {
                throw text.expected("a term right after the sign");
            }
        }
        return sign;
    }

    private enum Sign {
        NONE,
        REQUIRED,
        PROHIBITED
    }

    /** A query and the sign before it. */
    private record Signed(Query query, Sign sign) {
        Query asQuery() {
            return sign == Sign.PROHIBITED ? new Not(query) : query;
        }
    }
}
