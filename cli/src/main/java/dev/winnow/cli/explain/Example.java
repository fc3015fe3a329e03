package dev.winnow.cli.explain;

/**
 * A record of a template.
 *
 * @param text its message without secrets, up to a limit
 * @param input the name of the input
 * @param line the number of its first line
 * @param hasTime whether it has a timestamp
 * @param epochNanos that, in nanoseconds since 1970
 */
record Example(String text, String input, long line, boolean hasTime, long epochNanos) {}
