package dev.winnow.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FuzzTest {
  private static final int INPUTS = 200;
  private static final List<byte[]> SEEDS =
      List.of("{\"a\":[1,2,3]}".getBytes(StandardCharsets.UTF_8));

  static Stream<Subject> subjects() {
    return Subjects.all().stream();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void takesOrRefusesEveryInput(Subject subject) {
    Fuzzing fuzzing = new Fuzzing(subject, 3);
    fuzzing.run(INPUTS);

    assertThat(fuzzing.tally().examples()).extracting(Tally.Fault::what).isEmpty();
    assertThat(fuzzing.tally().inputs).isEqualTo(INPUTS);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void takesWhatRealSendersSend(Subject subject) throws Exception {
    for (byte[] seed : subject.seeds()) {
      try {
        subject.readers().get().read(seed.clone());
      } catch (WinnowException refusal) {
        // Among packed bodies there is one that is larger than is allowed.
        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE);
      }
    }
  }

  @Test
  void givesAllInputsToSubjects() {
    assertThat(Subjects.all().stream().mapToInt(Subject::share).sum()).isEqualTo(1000);
  }

  @Test
  void countsWhatIsNoRefusalAsAFault() {
    Subject broken =
        new Subject(
            "broken",
            1,
            SEEDS,
            () ->
                input -> {
                  if (input.length % 2 == 0) {
                    throw new ArrayIndexOutOfBoundsException(input.length);
                  }
                  throw new WinnowException(ErrorCode.MALFORMED_REQUEST, "refused");
                });
    Fuzzing fuzzing = new Fuzzing(broken, 1);
    fuzzing.run(100);

    Tally tally = fuzzing.tally();
    assertThat(tally.faults).isPositive();
    assertThat(tally.refused).isPositive();
    assertThat(tally.faults + tally.refused).isEqualTo(100);
    assertThat(tally.examples())
        .allSatisfy(fault -> assertThat(fault.what()).contains("ArrayIndexOutOfBounds"));
  }

  @Test
  void makesTheSameInputsOfTheSameSeed() {
    Mutator one = new Mutator(SEEDS, 5);
    Mutator other = new Mutator(SEEDS, 5);
    Set<String> distinct = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      byte[] input = one.next();
      assertThat(other.next()).isEqualTo(input);
      assertThat(input.length).isLessThanOrEqualTo(Mutator.MAX_BYTES);
      distinct.add(Arrays.toString(input));
    }

    assertThat(distinct).hasSizeGreaterThan(700);
  }
}
