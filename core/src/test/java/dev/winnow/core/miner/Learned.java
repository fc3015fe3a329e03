package dev.winnow.core.miner;

import dev.winnow.kernel.form.FormScanner;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A miner and a scanner together, for tests that think in texts. */
final class Learned {
  final FormScanner scanner = new FormScanner();
  final TemplateMiner miner;

  Learned() {
    this(MinerSettings.DEFAULT);
  }

  Learned(MinerSettings settings) {
    miner = new TemplateMiner(settings);
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
}
