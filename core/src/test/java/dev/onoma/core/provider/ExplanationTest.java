package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.provider.Mapped.claims;
import static dev.onoma.core.provider.Mapped.denying;
import static dev.onoma.core.provider.Mapped.form;
import static dev.onoma.core.provider.Mapped.idToken;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.settings;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The explanation of a profile")
class ExplanationTest {
    private static Provider.Builder table() {
        return Provider.named("example").openIdConnect().subject("sub");
    }

    private static String explained(Provider.Builder table, Claims claims, RootAttribute attribute) {
        return explained(table, claims, Mapped.SETTINGS, attribute);
    }

    private static String explained(
            Provider.Builder table, Claims claims, MappingSettings settings, RootAttribute attribute) {
        return profile(table, claims, settings).explain().of(attribute).toString();
    }

    @Test
    @DisplayName("names the source and the path that gave a value, and what was tried before")
    void given() {
        String explained = explained(
                table().attribute(NAME, "display | names[0].full"),
                idToken("{\"sub\":\"1\",\"display\":\"  \"}")
                        .and(userinfo("{\"sub\":\"1\",\"display\":null,\"names\":[{\"full\":\"Ana\"}]}")),
                NAME);

        assertThat(explained)
                .isEqualTo("name: names[0].full of userinfo_response; tried: display of verified_id_token: blank;"
                        + " display of userinfo_response: null; names[0].full of verified_id_token: absent");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        {"sub":"1"};             absent;     absent
        {"sub":"1","name":null}; null;       null
        {"sub":"1","name":" "};  absent;     blank
        {"sub":"1","name":5};    unreadable; found number, expected string
        {"sub":"1","name":{}};   unreadable; found object, expected string
        """)
    @DisplayName("says why a place gave nothing")
    void nothing(String json, String state, String why) {
        assertThat(explained(table().attribute(NAME, "name"), userinfo(json), NAME))
                .isEqualTo("name: " + state + ", derived from subject; tried: name of userinfo_response: " + why);
    }

    @Test
    @DisplayName("names the limit that a value is over")
    void overLimit() {
        String explained = explained(
                table().attribute(PICTURE, "picture"),
                userinfo("{\"sub\":\"1\",\"picture\":\"javascript:alert(1)\"}"),
                PICTURE);

        assertThat(explained)
                .startsWith("picture: unreadable; tried: picture of userinfo_response: found string, expected ")
                .doesNotContain("alert");
    }

    @Test
    @DisplayName("tells a source that was not asked from one that has nothing")
    void notConsulted() {
        assertThat(explained(table().attribute(PICTURE, "picture"), idToken("{\"sub\":\"1\"}"), PICTURE))
                .isEqualTo("picture: not consulted; tried: picture of verified_id_token: absent;"
                        + " picture of userinfo_response: not consulted");
        assertThat(explained(
                        table().attribute(PICTURE, "picture"),
                        userinfo("{\"sub\":\"1\"}").notConsulted(Evidence.GRAPH_API_RESPONSE),
                        PICTURE))
                .endsWith("picture of graph_api_response: not consulted");
    }

    @Test
    @DisplayName("says that the deny list keeps a claim back")
    void denied() {
        String explained = explained(
                table().attribute(NAME, "name"), userinfo("{\"sub\":\"1\",\"name\":\"Ana\"}"), denying("name"), NAME);

        assertThat(explained)
                .isEqualTo("name: not consulted, derived from subject; tried: name of userinfo_response:"
                        + " on the deny list");
    }

    @Test
    @DisplayName("says what a converter decided: nothing in it, or no value and no other place")
    void converters() {
        Provider.Builder stops = table().attribute(PICTURE, "photo", value -> Conversion.absentStop())
                .attribute(PICTURE, "picture");
        Provider.Builder passes = table().attribute(
                        NAME, "name", Converter.text().orAbsentWhenObject())
                .attribute(NAME, "name.full");

        assertThat(explained(
                        stops, userinfo("{\"sub\":\"1\",\"photo\":1,\"picture\":\"https://x.example/p\"}"), PICTURE))
                .isEqualTo("picture: absent; tried: photo of userinfo_response: no value and no other place,"
                        + " says the converter");
        assertThat(explained(passes, userinfo("{\"sub\":\"1\",\"name\":{\"full\":\"Ana\"}}"), NAME))
                .isEqualTo("name: name.full of userinfo_response; tried: name of userinfo_response:"
                        + " nothing in it, says the converter");
    }

    @Test
    @DisplayName("says which claim means that there is no value")
    void saidAbsent() {
        String explained = explained(
                table().attribute(PICTURE, "picture").absentWhen(PICTURE, "is_silhouette"),
                userinfo("{\"sub\":\"1\",\"picture\":\"https://x.example/p\",\"is_silhouette\":true}"),
                PICTURE);

        assertThat(explained)
                .isEqualTo("picture: absent; tried: is_silhouette of userinfo_response:"
                        + " true, which means that there is no value");
    }

    @Test
    @DisplayName("says what a derived value is made of, where no claim was mapped either")
    void derived() {
        NormalizedProfile profile = profile(
                table().attribute(GIVEN_NAME, "given")
                        .attribute(FAMILY_NAME, "family")
                        .email("email", Flag.unsaid()),
                userinfo("{\"sub\":\"1\",\"given\":\"Ana\",\"family\":\"Horvat\",\"email\":\"ana@example.com\"}"));

        assertThat(profile.explain().of(NAME)).hasToString("name: not mapped, derived from given_name and family_name");
        assertThat(profile.explain().of(NICKNAME)).hasToString("nickname: not mapped, derived from email");
        assertThat(profile.explain().of(PHONE_NUMBER)).hasToString("phone_number: not mapped");
    }

    @ParameterizedTest(name = "{0} under {1}")
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
        true;  from_claim; flag said true (verified of userinfo_response: taken)
        true;  never;      flag said true, kept back by the e-mail trust never (verified of userinfo_response: taken)
        true;  domains;    flag said true, kept back by the e-mail trust domains [example.org] (verified of userinfo_response: taken)
        false; always;     flag said false (verified of userinfo_response: taken)
        null;  always;     flag unsaid, granted by the e-mail trust always (verified of userinfo_response: null)
        1;     always;     flag unsaid (verified of userinfo_response: found number, expected boolean)
        ' ';   from_claim; flag unsaid (verified of userinfo_response: blank)
        """)
    @DisplayName("tells what was said of an address from what counts")
    void flag(String said, String trust, String flag) {
        EmailTrust applied = switch (trust) {
            case "always" -> EmailTrust.always();
            case "never" -> EmailTrust.never();
            case "domains" -> EmailTrust.domains(Set.of("example.org"));
            default -> EmailTrust.fromClaim();
        };
        String json = said.isBlank() ? "\" \"" : said;

        String explained = explained(
                table().email("email", Flag.claim("verified")),
                userinfo("{\"sub\":\"1\",\"email\":\"ana@example.com\",\"verified\":" + json + "}"),
                settings(applied),
                EMAIL);

        assertThat(explained).isEqualTo("email: email of userinfo_response; " + flag);
    }

    @Test
    @DisplayName("says that a source is not believed of addresses, or of their verification")
    void notBelieved() {
        Provider.Builder table = table().email("email", Flag.claim("verified"));
        String typed = "{\"sub\":\"1\",\"email\":\"ana@example.com\",\"verified\":true}";

        assertThat(explained(table, idToken("{\"sub\":\"1\"}").and(form(typed)), EMAIL))
                .isEqualTo("email: not consulted; tried: email of verified_id_token: absent;"
                        + " email of unsigned_form: not believed from this source;"
                        + " email of userinfo_response: not consulted");
        assertThat(explained(table, claims(typed, Evidence.SIGNUP), EMAIL))
                .isEqualTo(
                        "email: email of signup; flag unsaid" + " (verified of signup: not believed from this source)");
    }

    @Test
    @DisplayName("has a line for each root attribute, in their order")
    void lines() {
        Explanation explanation = profile(table(), userinfo("{\"sub\":\"1\"}")).explain();

        assertThat(explanation.attributes()).map(ExplainedAttribute::attribute).isEqualTo(RootAttribute.ALL);
        assertThat(explanation.toString().lines()).hasSize(RootAttribute.ALL.size());
    }

    @Test
    @DisplayName("is told as JSON")
    void json() {
        NormalizedProfile profile = profile(
                table().attribute(NAME, "display | name").email("email", Flag.claim("verified")),
                userinfo(
                        "{\"sub\":\"1\",\"display\":5,\"name\":\"Ana\",\"email\":\"a@example.com\",\"verified\":true}"),
                settings(EmailTrust.never()));

        assertThat(profile.explain().of(NAME).toJson().toJson())
                .isEqualTo("{\"attribute\":\"name\",\"state\":\"value\",\"source\":\"userinfo_response\","
                        + "\"path\":\"name\",\"tried\":[{\"source\":\"userinfo_response\",\"path\":\"display\","
                        + "\"finding\":\"wrong_type\",\"found\":\"number\",\"expected\":\"string\"}]}");
        assertThat(profile.explain().of(EMAIL).toJson().toJson())
                .isEqualTo("{\"attribute\":\"email\",\"state\":\"value\",\"source\":\"userinfo_response\","
                        + "\"path\":\"email\",\"tried\":[],\"flag\":{\"said\":\"true\",\"verified\":false,"
                        + "\"email_trust\":\"never\",\"tried\":[{\"source\":\"userinfo_response\","
                        + "\"path\":\"verified\",\"finding\":\"taken\"}]}}");
        assertThat(profile.explain().of(NICKNAME).toJson().toJson())
                .isEqualTo("{\"attribute\":\"nickname\",\"state\":\"not_mapped\",\"derived_from\":[\"email\"],"
                        + "\"tried\":[]}");
        assertThat(profile.explain().toJson().elements()).hasSize(RootAttribute.ALL.size());
    }

    @Test
    @DisplayName("is the same for the stored claims of a known identity")
    void stored() {
        NormalizedProfile profile = table().attribute(NAME, "name")
                .build()
                .normalizeStored("1", claims("{\"name\":\"Ana\"}", Evidence.IMPORT), Mapped.SETTINGS)
                .orElseThrow();

        assertThat(profile.explain().of(NAME)).hasToString("name: name of import");
    }
}
