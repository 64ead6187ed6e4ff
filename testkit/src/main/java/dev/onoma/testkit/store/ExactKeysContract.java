package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The part of the contract about keys that look alike. */
public abstract class ExactKeysContract extends UserStorePart {
    /** The part, over stores. */
    protected ExactKeysContract(Stores stores) {
        super(stores);
    }

    /** Each pair in words of its own, since all of them meet in one store. */
    private static Map<String, String[]> lookalikes() {
        Map<String, String[]> pairs = new LinkedHashMap<>();
        pairs.put("in case", new String[] {"Abc", "abc"});
        pairs.put("in case, beyond ASCII", new String[] {"\u00c9", "\u00e9"});
        pairs.put("in a space at the end", new String[] {"def", "def "});
        pairs.put("in a tab at the end", new String[] {"ghi", "ghi\t"});
        pairs.put("in an accent", new String[] {"cafe", "caf\u00e9"});
        pairs.put("in Unicode normalization form", new String[] {"\u00e9t\u00e9", "e\u0301te\u0301"});
        pairs.put("in a dotless i", new String[] {"mike", "m\u0131ke"});
        pairs.put("in a long s", new String[] {"sam", "\u017fam"});
        pairs.put("in a sharp s", new String[] {"strasse", "stra\u00dfe"});
        pairs.put("in a Kelvin sign", new String[] {"kim", "\u212aim"});
        pairs.put("in width", new String[] {"a1", "\uff41\uff11"});
        pairs.put("in a character without width", new String[] {"ab", "a\u200db"});
        pairs.put("in zeros in front", new String[] {"7", "007"});
        pairs.put("in how a number is written", new String[] {"1000", "1e3"});
        pairs.put("in a wild card", new String[] {"a_b", "a%b"});
        pairs.put("in the last of many digits", new String[] {"9007199254740992", "9007199254740993"});
        pairs.put("in a character beyond the BMP", new String[] {"\ud83d\ude00", "\ud83d\ude01"});
        return pairs;
    }

    private static Stream<DynamicTest> forEachPair(BiConsumer<String, String> test) {
        return lookalikes().entrySet().stream()
                .map(pair -> DynamicTest.dynamicTest(
                        "that differ " + pair.getKey(), () -> test.accept(pair.getValue()[0], pair.getValue()[1])));
    }

    @TestFactory
    @DisplayName("T1: subjects are compared exactly")
    Stream<DynamicTest> subjects() {
        return forEachPair((one, other) -> areApart(
                user("a|" + lookalikeFree(one, other, 1), "subjects", one),
                user("a|" + lookalikeFree(one, other, 2), "subjects", other)));
    }

    @TestFactory
    @DisplayName("T1: connections are compared exactly")
    Stream<DynamicTest> connections() {
        return forEachPair((one, other) -> areApart(
                user("b|" + lookalikeFree(one, other, 1), one, "1"),
                user("b|" + lookalikeFree(one, other, 2), other, "1")));
    }

    @TestFactory
    @DisplayName("T1: user ids are compared exactly")
    Stream<DynamicTest> userIds() {
        return forEachPair((one, other) -> areApart(
                user("c|" + one, "ids", lookalikeFree(one, other, 1)),
                user("c|" + other, "ids", lookalikeFree(one, other, 2))));
    }

    /** A text of its own for each pair, which no way of comparing takes for another. */
    private static String lookalikeFree(String one, String other, int number) {
        return Integer.toUnsignedString((one + "/" + other).hashCode()) + "-" + number;
    }

    private static User user(String id, String connection, String subject) {
        return SampleUsers.with(UserId.of(id), SampleUsers.identity(connection, subject));
    }

    private void areApart(User one, User other) {
        Identity otherIdentity = other.primaryIdentity();
        inserted(one);

        assertThat(store().find(other.id())).as("the other id").isEmpty();
        assertThat(store().find(otherIdentity.key())).as("the other identity").isEmpty();
        inserted(other);
        assertThat(read(one).user()).isEqualTo(one);
        assertThat(read(other).user()).isEqualTo(other);
        leadsTo(one);
        leadsTo(other);
    }
}
