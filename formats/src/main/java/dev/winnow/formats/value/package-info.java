/**
 * What the places of a template hold: {@link dev.winnow.formats.value.VariableValues} counts and
 * measures them, and {@link dev.winnow.formats.value.Quantity} reads what they measure.
 */
@NullMarked
package dev.winnow.formats.value;

import org.jspecify.annotations.NullMarked;
