/**
 * One template in detail, as {@code winnow analyze --explain} tells it: the values of its
 * variables, and examples. {@link dev.winnow.cli.explain.Explain} reads the log twice: {@link
 * dev.winnow.cli.explain.Explanation} can only look at the values of a template once all templates
 * are known.
 */
@NullMarked
package dev.winnow.cli.explain;

import org.jspecify.annotations.NullMarked;
