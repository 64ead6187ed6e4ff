package dev.onoma.core.search;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order users are found: by a field, and by user id where the field is the same. Users without a value come
 * last, whatever the direction. Texts are ordered as they are compared (see {@link SearchKey}); beyond ASCII the order is
 * the store's own, and always the same.
 *
 * @param field the field, one that may be sorted by
 * @param isAscending whether the smallest value comes first; user ids ascend in both cases
 */
public record Sort(UserField field, boolean isAscending) {
    /** By user id. */
    public static final Sort BY_ID = new Sort(UserField.USER_ID, true);

    public Sort {
        requireNonNull(field, "field");
        if (!field.isSortable()) {
            throw new IllegalArgumentException("users cannot be sorted by " + field.fieldName());
        }
    }

    /**
     * Reads {@code field:1} (ascending) or {@code field:-1}; without a direction it ascends.
     *
     * @throws InvalidQueryException when the text is neither, or users cannot be sorted by the field
     */
    public static Sort parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String direction = colon < 0 ? "1" : text.substring(colon + 1);
        Optional<UserField> field = UserField.named(name).filter(UserField::isSortable);
        if (!direction.equals("1") && !direction.equals("-1")) {
            throw new InvalidQueryException("sort", text.codePointCount(0, colon + 1) + 1, "1 or -1");
        }
        return new Sort(field.orElseThrow(Sort::unknown), direction.equals("1"));
    }

    private static InvalidQueryException unknown() {
        String names = Stream.of(UserField.values())
                .filter(UserField::isSortable)
                .map(UserField::fieldName)
                .collect(Collectors.joining(", "));
        return new InvalidQueryException("sort", 1, "one of " + names);
    }

    /** What {@link #parse} reads. */
    public String text() {
        return field.fieldName() + (isAscending ? ":1" : ":-1");
    }
}
