/**
 * Stack traces as runtimes print them: found in a text, told from ordinary lines, taken apart, and
 * given a fingerprint that survives another line number, another directory and another proxy.
 *
 * <p>{@link dev.winnow.kernel.stacktrace.StackTraceLines} decides, line by line, what belongs to
 * the record before it. {@link dev.winnow.kernel.stacktrace.StackTraceScanner} reads a whole body
 * and allocates nothing; {@link dev.winnow.kernel.stacktrace.StackTrace} is the same as a value.
 * What differs between languages is one {@code Dialect} each, used by both, so a line that joins is
 * a line that is read.
 *
 * <p>A trace is recognised by whole lines: prose that mentions a frame is not one.
 */
@NullMarked
package dev.winnow.kernel.stacktrace;

import org.jspecify.annotations.NullMarked;
