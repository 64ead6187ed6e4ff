package dev.onoma.core.search;

import static dev.onoma.core.search.Ana.ANA;
import static dev.onoma.core.search.Ana.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what a search is made of")
class SearchShapesTest {
    @Test
    @DisplayName("prints its shape, and nobody's name")
    void silent() {
        SearchPage page = SearchPage.among(
                List.of(ANA, NOBODY), SearchRequest.builder().limit(1).build());
        JsonField field = new JsonField(JsonField.Document.USER_METADATA, List.of("secret"));
        Range<String> range = Range.only("secret");

        assertThat(page).hasToString("SearchPage[1, more]");
        assertThat(SearchPage.among(List.of(), SearchRequest.of(Query.EVERYONE)))
                .hasToString("SearchPage[0]");
        assertThat(field).hasToString("JsonField[user_metadata]");
        assertThat(range).hasToString("Range");
        assertThat(range.from().orElseThrow()).hasToString("Bound");
    }

    @Test
    @DisplayName("has the names that queries use")
    void names() {
        assertThat(new JsonField(JsonField.Document.PROFILE_DATA, List.of("a", "b")).fieldName())
                .isEqualTo("identities.profileData.a.b");
        assertThat(new JsonField(JsonField.Document.APP_METADATA, List.of()).fieldName())
                .isEqualTo("app_metadata");
        assertThat(UserField.EMAIL_DOMAIN.fieldName()).isEqualTo("email.domain");
    }

    @Test
    @DisplayName("is a timeout with a code, where it takes too long")
    void timeout() {
        assertThat(new SearchTimeoutException().code()).isEqualTo("search_timeout");
    }
}
