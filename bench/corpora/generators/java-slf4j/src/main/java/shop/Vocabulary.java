package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Seeded values of many kinds; the word lists come from vocabulary.txt. */
final class Vocabulary {
  private final Random random;
  private final Map<String, List<String>> words = new HashMap<>();
  private Instant clock = Instant.parse("2026-11-20T08:00:00Z");

  Vocabulary(Path file, long seed) throws IOException {
    random = new Random(seed);
    for (String line : Files.readAllLines(file)) {
      int colon = line.indexOf(": ");
      if (!line.startsWith("#") && colon > 0) {
        words.put(line.substring(0, colon), Arrays.asList(line.substring(colon + 2).split(" \\| ")));
      }
    }
  }

  Random random() {
    return random;
  }

  /** A word of a kind, the first words of its list far more often than the last. */
  String word(String kind) {
    List<String> list = words.get(kind);
    double r = random.nextDouble();
    String word = list.get((int) (list.size() * r * r));
    return word.replace("{n}", "" + id()).replace("{h}", hex(8));
  }

  /** A number of skewed size: most are small, some are huge. */
  int number(int max) {
    return (int) (max * Math.pow(random.nextDouble(), 4));
  }

  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  int id() {
    return between(1, 99_999);
  }

  double decimal(double max) {
    return Math.round(random.nextDouble() * max * 100) / 100.0;
  }

  String money() {
    return String.format(Locale.ROOT, "%.2f", 0.5 + number(400_000) / 100.0);
  }

  boolean chance(double p) {
    return random.nextDouble() < p;
  }

  <T> T orNull(double p, Supplier<T> value) {
    return chance(p) ? null : value.get();
  }

  UUID uuid() {
    return new UUID(
        random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() & (-1L >>> 2) | 1L << 63);
  }

  String hex(int digits) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      s.append(Character.forDigit(random.nextInt(16), 16));
    }
    return s.toString();
  }

  String ip() {
    return chance(0.08)
        ? "2001:db8::" + hex(4) + ":" + hex(3)
        : (chance(0.6) ? "10.0." : "203.0.") + between(0, 255) + "." + between(1, 254);
  }

  String hostPort() {
    return word("host") + ":" + new int[] {5432, 6379, 8080, 9092, 443}[random.nextInt(5)];
  }

  String email() {
    return word("user").replace('-', '.') + (chance(.3) ? "+" + id() : "") + "@" + word("maildomain");
  }

  String url() {
    return (chance(.9) ? "https://" : "http://") + word("host") + word("route");
  }

  Instant instant() {
    clock = clock.plusMillis(number(60_000));
    return clock;
  }

  Duration duration() {
    return Duration.ofMillis(number(4_000_000));
  }

  /** A duration as people print it: 45ms, 1.2s or 00:01:02. */
  String spelledDuration() {
    int ms = number(400_000);
    return ms < 1000
        ? ms + "ms"
        : ms < 60_000
            ? String.format(Locale.ROOT, "%.1fs", ms / 1000.0)
            : String.format("%02d:%02d:%02d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
  }

  String size() {
    double n = 1 + number(900_000_000);
    for (String unit : new String[] {"B", "KB", "MB"}) {
      if (n < 1024) {
        return String.format(Locale.ROOT, unit.equals("B") ? "%.0f %s" : "%.1f %s", n, unit);
      }
      n /= 1024;
    }
    return String.format(Locale.ROOT, "%.1f GB", n);
  }

  String version() {
    return between(1, 4) + "." + between(0, 20) + "." + between(0, 9) + (chance(.2) ? "-rc" + between(1, 3) : "");
  }

  <T> List<T> list(int most, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }

  Map<String, Object> map(int most, String kind) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      map.put(word(kind), between(0, 500));
    }
    return map;
  }
}
