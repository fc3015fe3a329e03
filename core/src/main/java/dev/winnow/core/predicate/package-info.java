/**
 * The readable form of predicates: what people type into a query bar or after {@code --where}.
 *
 * <p>Read {@link dev.winnow.core.predicate.PredicateText} first. A text is cut into tokens by
 * {@code Tokens}; {@code PredicateParser} reads what joins conditions, {@code ConditionParser} the
 * conditions; {@code PredicateWriter} goes the other way. The grammar is in {@code
 * conformance/README.md}.
 *
 * <p>It refuses what would be read as something else than was meant: two conditions with nothing
 * between them, wildcards, regular expressions, and names that are almost those of a field.
 */
@NullMarked
package dev.winnow.core.predicate;

import org.jspecify.annotations.NullMarked;
