/**
 * What is in a log. {@link dev.winnow.cli.analysis.Analysis} reads inputs with several threads,
 * each of which counts in a tally of its own, and gives {@link dev.winnow.cli.analysis.Findings}.
 *
 * <p>Findings do not depend on the number of threads, as long as no limit is reached: blocks are
 * cut by what the input holds, and templates are a function of the forms in it.
 */
@NullMarked
package dev.winnow.cli.analysis;

import org.jspecify.annotations.NullMarked;
