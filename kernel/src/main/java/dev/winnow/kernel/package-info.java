/**
 * What the server and every SDK must agree on, in plain Java 17 with no run-time dependency.
 *
 * <p>The packages below this one each hold one agreement: {@code record} the data model, {@code
 * severity} and {@code json} how text is read, {@code form}, {@code redaction} and {@code
 * stacktrace} how it is reduced to shapes, {@code predicate} how records are selected. This package
 * holds only the failures that all of them report.
 */
@NullMarked
package dev.winnow.kernel;

import org.jspecify.annotations.NullMarked;
