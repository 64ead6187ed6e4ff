package dev.onoma.testkit.directory;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Users whose parts are drawn from few values, so that queries of the same values find some of them. */
final class GeneratedUsers {
    static final List<String> TEXTS = List.of(
            "Ana",
            "ANA",
            "ana lovri\u0107",
            "Ana*",
            "b",
            "B",
            "100%",
            "snake_case",
            "snakeXcase",
            "100 percent",
            "back\\slash",
            "it's",
            "say \"hi\"",
            "\u0130pek",
            "\u039f\u0394\u039f\u03a3",
            "stra\u00dfe",
            "\ud83d\ude00 smile",
            "\uffeelast",
            "13",
            "true",
            "2026-01-31");

    static final List<String> ADDRESSES = List.of(
            "ana@example.com",
            "Ana@Example.com",
            "ana+1@example.com",
            "b_b@example.org",
            "b%b@sub.example.org",
            "\u00e4nne@example.com",
            "ana@b\u00fccher.example",
            "o'neill@example.org");

    static final List<String> CONNECTIONS = List.of("google-oauth2", "facebook", "users", "a_b", "A_b");

    static final List<String> KEYS = List.of("plan", "a", "b", "a b", "\u043a\u043b\u044e\u0447", "quo\"te", "x.y");

    private static final List<String> SCALARS = List.of(
            "\"gold\"",
            "\"Gold\"",
            "\"Ana\"",
            "\"100%\"",
            "\"it's\"",
            "\"say \\\"hi\\\"\"",
            "\"back\\\\slash\"",
            "\"\ud83d\ude00 smile\"",
            "\"13\"",
            "13",
            "13.0",
            "1.3e1",
            "-1",
            "0",
            "14.5",
            "1e30",
            "123456789012345678901",
            "true",
            "\"true\"",
            "false",
            "null",
            "\"\"",
            "{}",
            "[]",
            "[null]",
            "[[\"gold\"]]",
            "[[]]",
            "[{}]");

    private final Random random;

    private GeneratedUsers(Random random) {
        this.random = random;
    }

    static List<User> of(int count, Random random) {
        GeneratedUsers users = new GeneratedUsers(random);
        return IntStream.range(0, count).mapToObj(users::user).toList();
    }

    private User user(int i) {
        User.Builder user = Samples.plain(pick(CONNECTIONS) + "|" + i)
                .updatedAt(Samples.CREATED.plusSeconds(86_400L * random.nextInt(40)))
                .root(root())
                .blocked(chance(4))
                .userMetadata(Samples.json(object(2)))
                .appMetadata(Samples.json(object(3)))
                .identities(identities(i));
        if (!chance(4)) {
            user.counters(new LoginCounters(
                    random.nextInt(20),
                    chance(3) ? Optional.empty() : Optional.of(Samples.CREATED.plusSeconds(random.nextInt(200_000))),
                    chance(2) ? Optional.empty() : Optional.of("192.0.2." + random.nextInt(4))));
        }
        return user.build();
    }

    private RootAttributes root() {
        RootAttributes root = RootAttributes.NONE;
        for (RootAttribute attribute : RootAttribute.ALL) {
            if (!chance(3)) {
                root = Samples.with(root, attribute, pick(attribute == RootAttribute.EMAIL ? ADDRESSES : TEXTS));
            }
        }
        return root;
    }

    private List<Identity> identities(int i) {
        List<Identity> identities = new ArrayList<>();
        for (int j = 0; j <= random.nextInt(3); j++) {
            Identity plain = Samples.identity(pick(CONNECTIONS), i + "-" + j, object(2));
            identities.add(new Identity(
                    plain.key(), chance(2) ? "database" : plain.connection(), chance(2), plain.profileData()));
        }
        return identities;
    }

    /** A JSON object of that depth at most. */
    private String object(int depth) {
        List<String> members = new ArrayList<>();
        for (String key : KEYS) {
            if (chance(3)) {
                members.add("\"" + key.replace("\"", "\\\"") + "\":" + value(depth));
            }
        }
        return "{" + String.join(",", members) + "}";
    }

    private String value(int depth) {
        if (depth == 0 || !chance(3)) {
            return pick(SCALARS);
        }
        return chance(2) ? object(depth - 1) : "[" + value(depth - 1) + "," + value(depth - 1) + "]";
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
