package dev.winnow.cli.diff;

import dev.winnow.cli.analysis.ThrownFindings;
import dev.winnow.core.detection.Difference;

/**
 * A stack trace that only one of two logs has.
 *
 * @param thrown the traces with its fingerprint in the log that has it
 */
record TraceDifference(Difference difference, ThrownFindings thrown) {}
