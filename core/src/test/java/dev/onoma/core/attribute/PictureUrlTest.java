package dev.onoma.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Limits;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureUrlTest {
    private static boolean isAcceptable(String url) {
        return AttributeFormat.violation(RootAttribute.PICTURE, url, Limits.STANDARD)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://example.org/a.png",
                "HTTPS://EXAMPLE.ORG/A.PNG",
                "Http://h",
                "https://lh3.googleusercontent.com/a-/AOh14Gg=s96-c",
                "https://my_bucket.s3.amazonaws.com/a.png",
                "https://example.org/a?b=c|d&e={f}&g=[h]",
                "https://example.org?size=large",
                "https://example.org#top",
                "https://example.org:8443/a",
                "https://example.org:0/a",
                "https://example.org:99999",
                "https://example.org:/a",
                "https://[2001:db8::1]/a.png",
                "https://[::1]:8080/a.png",
                "https://[::ffff:192.0.2.1]/",
                "https://192.0.2.1/a.png",
                "https://user@example.org/a.png",
                "https://user:word@example.org:80/a.png",
                "https://b\u00fccher.example/\u00e9.png",
                "https://xn--bcher-kva.example/a.png",
                "https://a%62c.example/",
                "https://example.org./a",
                "https://example.org/a..b//c",
                "https://example.org/access_token=x",
                "https://example.org/a?token=x",
                "https://example.org/\ud83d\ude00.png"
            })
    @DisplayName("M8: a picture is an absolute http or https URL with a host")
    void accepted(String url) {
        assertThat(isAcceptable(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.png",
                "/a.png",
                "//example.org/a.png",
                "example.org/a.png",
                "javascript:alert(1)",
                "JavaScript:alert(1)//https://example.org",
                "data:image/png;base64,AAAA",
                "ftp://example.org/a.png",
                "file:///etc/passwd",
                "blob:https://example.org/1",
                " https://example.org",
                "xhttps://example.org",
                "https:",
                "https:/example.org",
                "https:example.org",
                "https:\\\\example.org",
                "htt\u0440s://example.org"
            })
    @DisplayName("M8: no other scheme, and no relative URL, is a picture")
    void otherSchemes(String url) {
        assertThat(isAcceptable(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "https://",
                "https:///a.png",
                "https://?a",
                "https://#a",
                "https://:80/a",
                "https://user@/a",
                "https://user@:80",
                "https://.example.org",
                "https://example..org",
                "https://[]/a",
                "https://[::1/a",
                "https://::1]/a",
                "https://[::1]a/b",
                "https://[zz\u00a0]/",
                "https://[a_b]/",
                "https://[a-b]/",
                "https://exa:mple/",
                "https://example.org:80a/",
                "https://example.org:-1/",
                "https://example.org:123456/",
                "https://example.org:\u0661/",
                "https://ex!ample/",
                "https://ex;ample/",
                "https://a,b/",
                "https://a=b/",
                "https://(a)/",
                "https://a&b/",
                "https://a*b/",
                "https://a$b/",
                "https://a'b/",
                "https://a~b/",
                "https://a+b/",
                "https://{a}/"
            })
    @DisplayName("M8: a picture without a host, or with a malformed one, is none")
    void noHost(String url) {
        assertThat(isAcceptable(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\t", "\n", "\r", "\u0000", "\u001f", "\u007f", "\u0085", "\u00a0", "\u2028", "\u3000", "\"", "<",
                ">", "\\", "^", "`"
            })
    @DisplayName("M8: a picture holds nothing that could end an attribute of a page: white space, quotes, brackets")
    void forbidden(String text) {
        assertThat(isAcceptable("https://example.org/a" + text + "b")).isFalse();
        assertThat(isAcceptable("https://example.org/" + text)).isFalse();
        assertThat(isAcceptable("https://exam" + text + "ple.org/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.example/1/picture?access_token=abc",
                "https://graph.example/1/picture?type=large&access_token=abc",
                "https://graph.example/?access_token=",
                "https://example.org/a#access_token=abc",
                "https://example.org/a?Access_Token=abc",
                "https://graph.example?access_token=abc"
            })
    @DisplayName(
            "a picture whose query holds an access token is none: it would hand the token to whoever sees the page")
    void accessToken(String url) {
        assertThat(AttributeFormat.violation(RootAttribute.PICTURE, url, Limits.STANDARD))
                .contains("a URL without an access token");
    }
}
