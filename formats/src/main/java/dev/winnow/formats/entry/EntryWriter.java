package dev.winnow.formats.entry;

/** Turns bytes into lines, one for each record in them. */
interface EntryWriter {
  /** Takes the next byte, and adds what is ready to be read to {@code out}. */
  void accept(byte b, ByteQueue out);

  /** Says that there are no more bytes. */
  void end(ByteQueue out);
}
