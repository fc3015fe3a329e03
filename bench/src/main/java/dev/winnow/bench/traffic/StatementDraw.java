package dev.winnow.bench.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Draws statements: first how severe it is, then one of that severity by Zipf's law, in which the
 * n-th most frequent has 1/n of the share of the first.
 */
final class StatementDraw {
  /** Of a thousand records: without severity or INFO, DEBUG, WARN, ERROR, FATAL. */
  private static final int[] PER_MILLE = {800, 90, 80, 29, 1};

  private final List<List<Statement>> classes = new ArrayList<>();
  private final List<double[]> bounds = new ArrayList<>();

  StatementDraw(List<Statement> all, long seed) {
    Random random = new Random(seed);
    add(all, random, statement -> statement.severityNumber() % 9 == 0);
    for (int severity : new int[] {5, 13, 17, 21}) {
      add(all, random, statement -> statement.severityNumber() == severity);
    }
  }

  private void add(List<Statement> all, Random random, Predicate<Statement> filter) {
    List<Statement> statements = new ArrayList<>(all.stream().filter(filter).toList());
    Collections.shuffle(statements, random);
    double[] sums = new double[statements.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (i == 0 ? 0 : sums[i - 1]) + 1.0 / (i + 1);
    }
    classes.add(statements);
    bounds.add(sums);
  }

  Statement next(SplittableRandom random) {
    int draw = random.nextInt(1000);
    int kind = 0;
    while (draw >= PER_MILLE[kind]) {
      draw -= PER_MILLE[kind++];
    }
    double[] sums = bounds.get(kind);
    int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return classes.get(kind).get(found < 0 ? -found - 1 : found);
  }
}
