package dev.onoma.examples.web.server;

import java.util.Collection;

/**
 * Markup. What is not the program's own literal gets in by escaping alone, so that no claim can ever be markup.
 *
 * @param markup the markup
 */
public record Html(String markup) {
    public static final Html NOTHING = new Html("");

    /**
     * A template with a part for each pair of braces: markup as it is, a collection's elements one after the other,
     * anything else as escaped text.
     */
    public static Html of(String template, Object... parts) {
        StringBuilder markup = new StringBuilder();
        int from = 0;
        for (Object part : parts) {
            int hole = template.indexOf("{}", from);
            if (hole < 0) {
                throw new IllegalArgumentException("more parts than holes");
            }
            append(markup.append(template, from, hole), part);
            from = hole + 2;
        }
        if (template.indexOf("{}", from) >= 0) {
            throw new IllegalArgumentException("more holes than parts");
        }
        return new Html(markup.append(template.substring(from)).toString());
    }

    private static void append(StringBuilder markup, Object part) {
        if (part instanceof Html html) {
            markup.append(html.markup);
        } else if (part instanceof Collection<?> all) {
            all.forEach(each -> append(markup, each));
        } else {
            escape(part.toString(), markup);
        }
    }

    private static void escape(String text, StringBuilder markup) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.append(c);
            }
        }
    }
}
