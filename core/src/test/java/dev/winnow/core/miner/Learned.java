package dev.winnow.core.miner;

import dev.winnow.kernel.form.FormScanner;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A miner and a scanner together, for tests that think in texts. */
final class Learned {
  final FormScanner scanner = new FormScanner();
  final TemplateMiner miner;

  Learned() {
    this(MinerSettings.DEFAULT);
  }

  Learned(MinerSettings settings) {
    this(new TemplateMiner(settings));
  }

  Learned(TemplateMiner miner) {
    this.miner = miner;
  }

  static Learned from(List<String> texts) {
    Learned learned = new Learned();
    texts.forEach(learned::add);
    return learned;
  }

  long add(String text) {
    return miner.add(scanner, scanner.scan(text));
  }

  /** Each template as its count and typed text, the most frequent first. */
  List<String> counted() {
    return miner.templates().stream()
        .map(counted -> counted.count() + " " + counted.template().typedText())
        .toList();
  }

  /** The typed texts of all templates, ordered. */
  List<String> texts() {
    return miner.templates().stream()
        .map(counted -> counted.template().typedText())
        .sorted()
        .toList();
  }

  /** Ids and texts of all templates. */
  Set<String> identified() {
    return miner.templates().stream()
        .map(counted -> counted.template().hexId() + " " + counted.template().text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Texts made of few words, so that many are alike; some in the places of one statement. */
  static Arbitrary<List<String>> anyTexts() {
    Arbitrary<String> word =
        Arbitraries.of(
            "user",
            "alice",
            "bob",
            "carol",
            "dave",
            "erin",
            "frank",
            "grace",
            "heidi",
            "ivan",
            "opened",
            "closed",
            "from",
            "NEW",
            "PAID",
            "SHIPPED",
            "LOST",
            "GET",
            "POST",
            "/a/b",
            "42",
            "7",
            "10.0.0.1",
            "(x y)",
            "(no such file)",
            "()",
            "[a, b]",
            "[]",
            "k=v",
            "k=\"v w\"",
            "'q r'",
            "-",
            "failed:",
            "state:",
            "New York",
            "a_b",
            "java.io.IOException:",
            "<",
            "用户7失败",
            "{a=1, b=2}");
    Arbitrary<String> text =
        word.list().ofMinSize(1).ofMaxSize(6).map(words -> String.join(" ", words));
    Arbitrary<String> skeleton =
        Combinators.combine(word, word).as((a, b) -> "order " + a + " goes to " + b + " today");
    return Arbitraries.oneOf(text, skeleton, skeleton).list().ofMaxSize(60);
  }
}
