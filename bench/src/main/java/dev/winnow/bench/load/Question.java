package dev.winnow.bench.load;

import dev.winnow.kernel.record.Attributes;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Something to ask, and how to tell whether the answer is right.
 *
 * @param target its target, as {@code Q1}
 * @param dueMillis what 95 of 100 answers should take at most
 */
record Question(
    String target,
    String name,
    int dueMillis,
    String path,
    Map<String, String> parameters,
    Predicate<Attributes> isRight) {}
