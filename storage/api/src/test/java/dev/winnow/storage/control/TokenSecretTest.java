package dev.winnow.storage.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TokenSecretTest {
  private static final String KNOWN = "wn_nT26IE22CSCXW0AzcPiP2hdFHlIt6mZZZZZZZZZZZZZ";

  private static TokenSecret secret(long seed) {
    return TokenSecret.draw(new SplittableRandom(seed));
  }

  private static Optional<String> parsed(String text) {
    return TokenSecret.parse(text).map(TokenSecret::reveal);
  }

  @Property
  void readsWhatItDraws(@ForAll long seed) {
    String text = secret(seed).reveal();
    assertThat(text).matches("wn_[0-9A-Za-z]{49}");
    assertThat(parsed(text)).hasValue(text);
  }

  @Property
  void noticesOneWrongCharacter(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 51) int at,
      @ForAll @CharRange(from = ' ', to = '~') char wrong) {
    StringBuilder text = new StringBuilder(secret(seed).reveal());
    char right = text.charAt(at);
    text.setCharAt(at, wrong);
    assertThat(parsed(text.toString()).isPresent()).isEqualTo(wrong == right);
  }

  @Property
  void refusesOtherTexts(@ForAll String text) {
    assertThat(parsed(text)).isEmpty();
    assertThat(parsed("wn_" + text)).isEmpty();
  }

  @Test
  void refusesAnotherLength() {
    assertThat(parsed(KNOWN)).isEmpty();
    assertThat(parsed(secret(1).reveal() + "0")).isEmpty();
  }

  @Test
  void drawsADifferentOneEachTime() {
    SplittableRandom random = new SplittableRandom(1);
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      drawn.add(TokenSecret.draw(random).reveal());
    }
    assertThat(drawn).hasSize(10_000);
  }

  @Test
  void hidesItselfAndItsHash() {
    TokenSecret secret = secret(1);
    assertThat(secret).hasToString("wn_***");
    assertThat(secret.hash()).hasToString("TokenHash[***]");
  }

  @Test
  void isHashedWithSha256() {
    assertThat(TokenHash.of("abc"))
        .isEqualTo(
            new TokenHash("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assertThat(secret(1).hash()).isEqualTo(secret(1).hash()).hasSameHashCodeAs(secret(1).hash());
    assertThat(secret(1).hash()).isNotEqualTo(secret(2).hash());
  }
}
