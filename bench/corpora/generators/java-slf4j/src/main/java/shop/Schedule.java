package shop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Call sites, each with the number of times it is passed; run in one seeded order. */
final class Schedule {
  private final List<Runnable> calls = new ArrayList<>();

  /** Passes a call site some number of times. */
  void site(int times, Runnable callSite) {
    calls.addAll(Collections.nCopies(times, callSite));
  }

  void shuffle(Random random) {
    Collections.shuffle(calls, random);
  }

  void run(Random random) {
    shuffle(random);
    calls.forEach(Runnable::run);
  }

  List<Runnable> first(int count) {
    return calls.subList(0, count);
  }
}
