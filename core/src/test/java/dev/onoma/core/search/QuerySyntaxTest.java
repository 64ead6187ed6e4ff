package dev.onoma.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySyntaxTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    name:                     ; 6  ; a value after the colon
                    name: ana                 ; 6  ; a value after the colon
                    nome:ana                  ; 1  ; a field such as name, email.domain, identities.connection or app_metadata.plan
                    a AND nome:ana            ; 7  ; a field such as name, email.domain, identities.connection or app_metadata.plan
                    app_metadata:x            ; 1  ; a field such as name, email.domain, identities.connection or app_metadata.plan
                    _exists_:                 ; 10 ; a field such as name, email.domain, identities.connection or app_metadata.plan
                    app_metadata.:x           ; 1  ; a path such as app_metadata.address.city
                    app_metadata.a..b:x       ; 1  ; a path such as app_metadata.address.city
                    identities.profileData.:x ; 1  ; a path such as identities.profileData.address.city
                    [a TO b]                  ; 1  ; a field such as name, email.domain, identities.connection or app_metadata.plan before a range
                    name:"ana                 ; 10 ; a closing quotation mark for the one at position 6
                    name:(ana                 ; 10 ; a closing parenthesis for the one at position 6
                    (ana                      ; 5  ; a closing parenthesis for the one at position 1
                    ana)                      ; 4  ; an opening parenthesis before this closing one
                    ()                        ; 2  ; a term
                    ana AND                   ; 8  ; a term
                    AND ana                   ; 1  ; a term
                    ana OR OR eva             ; 8  ; a term
                    ana &&                    ; 7  ; a term
                    NOT                       ; 4  ; a term
                    - ana                     ; 2  ; a term right after the sign
                    ana +                     ; 6  ; a term right after the sign
                    "ana"eva                  ; 6  ; white space or an operator
                    (ana)eva                  ; 6  ; white space or an operator
                    ana~                      ; 4  ; a backslash before this character, or quotation marks around the text
                    ana^2                     ; 4  ; a backslash before this character, or quotation marks around the text
                    an?                       ; 3  ; a backslash before this character, or quotation marks around the text
                    name:/ana/                ; 6  ; a backslash before this character, or quotation marks around the text
                    ana\\                     ; 5  ; a character after the backslash
                    logins_count:many         ; 14 ; an integer of at most 18 digits
                    logins_count:1.5          ; 14 ; an integer of at most 18 digits
                    logins_count:[1 TO x]     ; 20 ; an integer of at most 18 digits
                    logins_count:1*           ; 14 ; a value without wildcards for a field that holds no text
                    blocked:yes               ; 9  ; true or false
                    blocked:[a TO b]          ; 9  ; true or false: booleans have no ranges
                    created_at:today          ; 12 ; a time such as 2024-05-31 or 2024-05-31T10:30:00Z
                    created_at:2024-02-30     ; 12 ; a time such as 2024-05-31 or 2024-05-31T10:30:00Z
                    name:[a b]                ; 9  ; TO between the bounds of the range
                    name:[a TO b              ; 13 ; ] or } at the end of the range
                    name:[TO b]               ; 7  ; a bound of the range, or * for none
                    name:*na                  ; 6  ; at least 3 other characters beside a leading wildcard
                    name:a*b*c*d*e*           ; 6  ; at most 4 wildcards in a term
                    ljubičić~                 ; 9  ; a backslash before this character, or quotation marks around the text
                    """)
    @DisplayName("a wrong query is refused with its place and what belongs there")
    void wrong(String query, int position, String expected) {
        InvalidQueryException refused = catchThrowableOfType(InvalidQueryException.class, () -> Query.parse(query));

        assertThat(refused.code()).isEqualTo("invalid_query");
        assertThat(refused.part()).isEqualTo("query");
        assertThat(refused.expected()).isEqualTo(expected);
        assertThat(refused.position()).isEqualTo(position);
        assertThat(refused).hasMessage("query, position " + position + ": expected " + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email:ada+tag@example.org",
                "user_id:auth0||x&&y",
                "name:O'Neill-Smith!",
                "created_at:[2026-01-01T10:00:00Z TO *]",
                "name:\"say \\\"hi\\\" \\\\\"",
                "name:ana\\(1\\)",
                "not and or to",
                "name:AND",
                "name:TO",
                "name:[\"a b\" TO \"c d\"}",
                "\ta\n\u00a0b ",
                "😀 OR name:😀*",
            })
    @DisplayName("a right query is read, whatever its signs")
    void right(String query) {
        assertThat(Query.parse(query)).isNotEqualTo(Query.EVERYONE);
    }

    @Test
    @DisplayName("a position counts characters, not halves of them")
    void position() {
        assertThatThrownBy(() -> Query.parse("😀 ~")).hasMessageStartingWith("query, position 3: ");
    }

    @Test
    @DisplayName("a query at its limits is read, one past them is refused")
    void limits() {
        assertThat(Query.parse("a".repeat(4096))).isNotNull();
        assertThat(Query.parse("a ".repeat(64))).isNotNull();
        assertThat(Query.parse("(".repeat(16) + "a" + ")".repeat(16))).isNotNull();

        assertThatThrownBy(() -> Query.parse("a".repeat(4097)))
                .hasMessage("query, position 4097: expected the end: a query has at most 4096 characters");
        assertThatThrownBy(() -> Query.parse("a ".repeat(65)))
                .hasMessage("query, position 129: expected at most 64 terms");
        assertThatThrownBy(() -> Query.parse("(".repeat(17) + "a" + ")".repeat(17)))
                .hasMessage("query, position 17: expected at most 16 levels of parentheses");
    }

    @Test
    @DisplayName("the limits can be changed")
    void changedLimits() {
        Limits limits = Limits.STANDARD.with(Limit.QUERY_CLAUSES, 1);

        assertThat(Query.parse("a", limits)).isNotNull();
        assertThatThrownBy(() -> Query.parse("a b", limits)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    @DisplayName("a long chain of negations needs no stack")
    void negations() {
        assertThat(Query.parse("!".repeat(4094) + "a")).isEqualTo(Query.parse("a"));
        assertThat(Query.parse("-".repeat(4095) + "a")).isEqualTo(Query.parse("NOT a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud800", "name:\"\udc00\""})
    @DisplayName("text that no store holds is refused")
    void unsafe(String query) {
        assertThatThrownBy(() -> Query.parse(query))
                .hasMessage("query, position 1: expected a query without NUL characters and lone surrogates");
    }
}
