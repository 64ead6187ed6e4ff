package dev.onoma.providers.database.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The network that a request came from")
class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:DB8:1:2::, 20010db800010002",
        "::ffff:192.0.2.1, 192.0.2.1",
        "fe80::1%eth0, fe80::1%eth0",
        "zz::1, zz::1",
        "example.org:80, example.org:80",
        "1:2, 1:2",
        "unknown, unknown"
    })
    @DisplayName(
            "is 64 bits of IPv6, an IPv4 address in either spelling, and otherwise what it says; no name is looked up")
    void network(String ip, String network) {
        assertThat(Network.of(ip)).isEqualTo(network);
    }
}
