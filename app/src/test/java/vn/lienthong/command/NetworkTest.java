package vn.lienthong.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has one connection has as many addresses of IPv6 as he likes, and is one visitor. */
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::ffff, true",
        "2001:db8:1:2::1%eth0, 2001:db8:1:2::2, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "203.0.113.7, 203.0.113.8, false",
        "203.0.113.7, 203.0.113.7, true",
        "not:an:address, not:an:address, true",
        "abcd:ef:nowhere.example, abcd:ef:elsewhere.example, false",
        "::::, ::1, false",
    })
    void counts_as_one(String one, String other, boolean same) {
        assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "localhost", "::ffff:203.0.113.7"})
    void what_is_no_address_of_ipv6_stays(String address) {
        assertThat(Network.of(address)).isEqualTo(address);
    }
}
