package dev.winnow.kernel.stacktrace;

/** Where in a line an exception's name is looked for, from the surest to the boldest. */
enum HeaderSearch {
  /** At the start of the line, after what runtimes put there. */
  STARTS,
  /** Anywhere in the line, behind what a log layout wrote. */
  WITHIN,
  /** At the start, under any name: for the line right above the first frame. */
  GUESS
}
