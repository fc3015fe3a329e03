package dev.winnow.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SenderNetworkTest {
  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.1.255.255, true",
    "10.1.0.0/16, 10.2.0.0, false",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "10.1.2.128/25, 10.1.2.127, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe00::1, false",
    "::ffff:10.0.0.0/8, 10.9.9.9, true"
  })
  void holdsTheAddressesThatBeginLikeItsOwn(String network, String address, boolean isIn) {
    assertThat(SenderNetwork.parse(network).contains(InetAddress.ofLiteral(address)))
        .isEqualTo(isIn);
  }

  @Test
  void belongsToTheTenantThatIsNamed() {
    assertThat(SenderNetwork.parse("10.0.0.0/8=acme").tenantId()).isEqualTo("acme");
    assertThat(SenderNetwork.parse("10.0.0.0/8").tenantId()).isEqualTo("default");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "web",
        "10.0.0.0/33",
        "::1/129",
        "10.0.0.256",
        "10.0.0.0/8=",
        "1.2.3.4/",
        "=a"
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThatThrownBy(() -> SenderNetwork.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("senders must be networks such as 10.1.0.0/16, but one is '" + text + "'");
  }
}
