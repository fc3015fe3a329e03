/**
 * Text in steps of eight bytes: SIMD within a register, for the passes over every byte of every
 * record.
 */
@NullMarked
package dev.winnow.kernel.swar;

import org.jspecify.annotations.NullMarked;
