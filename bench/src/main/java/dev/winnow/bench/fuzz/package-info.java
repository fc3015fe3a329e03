/**
 * Gives every parser inputs that are nearly right, and sees that it takes or refuses each of them
 * in time and with little memory.
 *
 * <p>{@link dev.winnow.bench.fuzz.Mutator} makes the inputs, {@link dev.winnow.bench.fuzz.Subjects}
 * says what reads them and what must hold, {@link dev.winnow.bench.fuzz.Fuzz} is the program.
 * {@code load.HostileRequests} sends such inputs to a server.
 */
@NullMarked
package dev.winnow.bench.fuzz;

import org.jspecify.annotations.NullMarked;
