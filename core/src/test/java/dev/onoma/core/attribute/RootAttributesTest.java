package dev.onoma.core.attribute;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RootAttributesTest {
    private static final Owner GOOGLE = new Owner("google-oauth2");
    private static final OwnedValue ADDRESS = new OwnedValue(PairValue.unverified("ada@example.org"), GOOGLE);

    @Test
    @DisplayName("an attribute that is set has a value, a text and an owner")
    void set() {
        RootAttributes root =
                RootAttributes.NONE.with(NAME, OwnedValue.of("Ada", GOOGLE)).with(EMAIL, ADDRESS);

        assertThat(root.get(NAME)).contains(OwnedValue.of("Ada", GOOGLE));
        assertThat(root.text(NAME)).contains("Ada");
        assertThat(root.owner(NAME)).contains(GOOGLE);
        assertThat(root.has(NAME)).isTrue();
        assertThat(root.pair(NAME)).isEmpty();
        assertThat(root.text(EMAIL)).contains("ada@example.org");
        assertThat(root.pair(EMAIL)).contains(PairValue.unverified("ada@example.org"));
    }

    @Test
    @DisplayName("an attribute that is not set has nothing")
    void notSet() {
        RootAttributes root = RootAttributes.NONE;

        assertThat(root.get(NAME)).isEmpty();
        assertThat(root.text(NAME)).isEmpty();
        assertThat(root.owner(NAME)).isEmpty();
        assertThat(root.given(NAME)).isEmpty();
        assertThat(root.pair(EMAIL)).isEmpty();
        assertThat(root.has(NAME)).isFalse();
    }

    @Test
    @DisplayName("M6: a derived value is not given by anybody")
    void derivedIsNotGiven() {
        RootAttributes root = RootAttributes.NONE
                .with(NAME, OwnedValue.of("Ada", Owner.DERIVED))
                .with(NICKNAME, OwnedValue.of("ada", Owner.USER));

        assertThat(root.given(NAME)).isEmpty();
        assertThat(root.given(NICKNAME)).contains("ada");
    }

    @Test
    @DisplayName("setting and removing leave the attributes themselves as they were")
    void immutable() {
        RootAttributes one = RootAttributes.NONE.with(NAME, OwnedValue.of("Ada", GOOGLE));

        assertThat(one.with(NAME, OwnedValue.of("Eve", GOOGLE)).text(NAME)).contains("Eve");
        assertThat(one.without(NAME)).isEqualTo(RootAttributes.NONE);
        assertThat(one.without(NICKNAME)).isSameAs(one);
        assertThat(one.text(NAME)).contains("Ada");
        assertThat(RootAttributes.NONE.has(NAME)).isFalse();
    }

    @Test
    @DisplayName("a pair attribute takes a pair, a text attribute a text")
    void kinds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootAttributes.NONE.with(EMAIL, OwnedValue.of("a@b", GOOGLE)))
                .withMessage("email must be a pair");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootAttributes.NONE.with(GIVEN_NAME, ADDRESS))
                .withMessage("given_name must be a text");
        assertThatNullPointerException()
                .isThrownBy(() -> RootAttributes.NONE.with(NAME, null))
                .withMessage("value");
    }

    @Test
    @DisplayName("are visited in the order in which they are printed, whatever the order of setting")
    void order() {
        RootAttributes root = RootAttributes.NONE
                .with(EMAIL, ADDRESS)
                .with(NICKNAME, OwnedValue.of("ada", GOOGLE))
                .with(NAME, OwnedValue.of("Ada", GOOGLE));

        List<RootAttribute> visited = new ArrayList<>();
        root.forEach((attribute, owned) -> visited.add(attribute));
        assertThat(visited).containsExactly(NAME, NICKNAME, EMAIL);
    }

    @Test
    @DisplayName("M2: print which are set and by whom, and no value")
    void printing() {
        RootAttributes root =
                RootAttributes.NONE.with(NAME, OwnedValue.of("Ada", Owner.USER)).with(EMAIL, ADDRESS);

        assertThat(root).hasToString("RootAttributes[name by user, email by google-oauth2]");
    }

    @Test
    @DisplayName("are a value")
    void equality() {
        EqualsVerifier.forClass(RootAttributes.class)
                .withNonnullFields("values")
                .verify();
    }
}
