package dev.winnow.cli.analysis;

/**
 * A record that stands for many, and where it is.
 *
 * @param text its message as it stands in the log, without secrets, up to a limit
 * @param input the name of the input
 * @param line the number of its first line
 */
public record Exemplar(String text, String input, long line) {}
