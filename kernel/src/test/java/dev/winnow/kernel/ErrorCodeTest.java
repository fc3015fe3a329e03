package dev.winnow.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void isNamedAndStatedAsEveryEdgeNeedsIt(ErrorCode code) {
    assertThat(code.code()).isEqualTo(code.name().toLowerCase(Locale.ROOT));
    assertThat(code.httpStatus()).isBetween(400, 599);
    assertThat(code.remedy()).matches("[a-z].*[^.]");
  }
}
