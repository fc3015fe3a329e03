package dev.winnow.server.files;

/**
 * How far a file was read.
 *
 * @param path where it was last seen
 * @param key what the file system knows it by, wherever it lies
 * @param since when it was first seen, or truncated: tells what it held at one time from what it
 *     holds later
 * @param begin how many bytes of it are stored
 * @param end how many will be when what is on its way is stored; may be as many
 * @param head what it begins with, of which {@code headBytes} were looked at
 */
record Checkpoint(
    String path, String key, long since, long begin, long end, int headBytes, long head) {
  /** The identity of the batch that is on its way. */
  String identity() {
    return "file " + key + " " + since + " " + begin + " " + end;
  }
}
