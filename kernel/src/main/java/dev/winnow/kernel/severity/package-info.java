/**
 * Severity out of what sources write: names, numbers, and the text of a body.
 *
 * <p>{@link dev.winnow.kernel.severity.Severity} is the answer and holds the entry points. It tells
 * a severity that was stated from one that was read out of the body or merely assumed, and from one
 * that is present but not understood; the last is protected by every policy.
 *
 * <p>Where systems disagree about a name, the table follows the mappings in appendix B of the
 * OpenTelemetry logs data model; where those disagree among themselves ({@code critical} is 18 for
 * Windows and 21 for .NET), or languages do, it takes the worse, because the worse is kept. {@code
 * crit} is the syslog keyword and therefore ERROR2. {@code verbose} is above {@code debug} for some
 * systems and below it for others, and is made equal to it.
 */
@NullMarked
package dev.winnow.kernel.severity;

import org.jspecify.annotations.NullMarked;
