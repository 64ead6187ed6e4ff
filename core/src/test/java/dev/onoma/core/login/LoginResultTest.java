package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.link.CandidateMask;
import dev.onoma.core.sync.Decision;
import dev.onoma.core.user.UserJson;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoginResultTest {
    private final World world = World.of(Tables.connection(Tables.SOCIAL).linkPolicy(LinkPolicy.PROPOSE));

    @Test
    @DisplayName("is JSON: outcome, user, decisions, link and warnings, in this order")
    void json() {
        LoginResult.Accepted login = world.login("social", "{'sub':'1','name':'Ada','picture':7}");

        JsonObject json = login.toJson();
        assertThat(json.names()).containsExactly("outcome", "user_id", "user", "decisions", "link", "warnings");
        assertThat(json.get("outcome")).isEqualTo(World.json("{'o':'created'}").get("o"));
        assertThat(json.get("user_id")).isEqualTo(World.json("{'u':'social|1'}").get("u"));
        assertThat(json.get("user")).hasValue(UserJson.write(login.after()));
        assertThat(json.get("link")).hasValue(World.json("{'decision':'NewUser'}"));
        assertThat(((JsonArray) json.get("decisions").orElseThrow()).elements())
                .hasSize(3)
                .isEqualTo(login.decisions().stream().map(Decision::toJson).toList());
        assertThat(json.get("warnings"))
                .isEqualTo(World.json(
                                "{'w':[{'code':'wrong_type','path':'picture','found':'number','expected':'string'}]}")
                        .get("w"));
    }

    @Test
    @DisplayName("L2: two processors that share a mask give a candidate one handle")
    void sharedMask() {
        CandidateMask mask = CandidateMask.random();
        world.login("social", "{'sub':'1','email':'ada@example.org'}");
        Login second = World.loginOf("social", "{'sub':'2','email':'ada@example.org'}");

        assertThat(Stream.of(mask, mask)
                        .map(shared -> world.processor()
                                .candidateMask(shared)
                                .build()
                                .preview(second)
                                .link()))
                .satisfies(links -> assertThat(links.get(0)).isEqualTo(links.get(1)));
        assertThat(world.logins.preview(second).link())
                .isNotEqualTo(world.processor().build().preview(second).link());
    }
}
