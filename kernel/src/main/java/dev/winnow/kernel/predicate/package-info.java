/**
 * Conditions on log records: the one tree that filters, policy rules, alerts and queries compile
 * to.
 *
 * <p>{@link dev.winnow.kernel.predicate.Predicate} is the tree; its nodes are {@code And}, {@code
 * Or}, {@code Not} and the leaves {@code Exists}, {@code Equals}, {@code OneOf}, {@code Contains},
 * {@code StartsWith}, {@code NumberRange} and {@code TimeRange}. {@link
 * dev.winnow.kernel.predicate.Field} names what a leaf looks at. The JSON form is described in
 * {@code conformance/README.md}.
 *
 * <p>A predicate means the same in every language, which decides what is in it:
 *
 * <ul>
 *   <li>Text is compared code point by code point; there is no case folding, no collation and no
 *       regular expression.
 *   <li>Numbers are compared as the numbers they are: 1 equals 1.0, and 2<sup>53</sup>+1 does not
 *       equal 2<sup>53</sup>. NaN equals nothing and lies in no range.
 *   <li>Nothing is converted: the text {@code "500"} is not the number 500, nor {@code "true"}
 *       true.
 *   <li>A leaf on an absent field, or on a value of another type, does not match. So {@code Not} of
 *       it does, and only {@code Exists} tells absence from difference.
 * </ul>
 */
@NullMarked
package dev.winnow.kernel.predicate;

import org.jspecify.annotations.NullMarked;
