package dev.winnow.formats.entry;

import java.nio.charset.StandardCharsets;

/**
 * Makes one line of JSON of each entry in the export format of systemd's journal: a field is a line
 * {@code NAME=value}, or where the value has control characters, a line {@code NAME}, the length of
 * the value in eight bytes, and the value. An empty line ends an entry.
 */
final class JournalEntries implements EntryWriter {
  /** What a file in the format begins with. */
  static final byte[] START = "__CURSOR=".getBytes(StandardCharsets.US_ASCII);

  private static final String HEX = "0123456789abcdef";

  private enum State {
    NAME,
    VALUE,
    LENGTH,
    BINARY
  }

  private State state = State.NAME;
  private final ByteQueue name = new ByteQueue();
  private boolean isBegun;
  private int lengthBytes;
  private long left;

  @Override
  public void accept(byte b, ByteQueue out) {
    switch (state) {
      case NAME -> name(b, out);
      case VALUE -> value(b, out);
      case LENGTH -> length(b);
      case BINARY -> binary(b, out);
    }
  }

  private void name(byte b, ByteQueue out) {
    if (b == '=') {
      open(out);
      state = State.VALUE;
    } else if (b != '\n') {
      if (name.size() < DocumentEntries.CONTEXT) {
        name.add(b);
      }
    } else if (name.size() == 0) {
      end(out);
    } else {
      open(out);
      state = State.LENGTH;
      lengthBytes = 0;
      left = 0;
    }
  }

  private void open(ByteQueue out) {
    out.add((byte) (isBegun ? ',' : '{'));
    isBegun = true;
    out.add((byte) '"');
    for (int i = 0; i < name.size(); i++) {
      escape(name.array()[name.start() + i], out);
    }
    name.clear();
    add("\":\"", out);
  }

  private void value(byte b, ByteQueue out) {
    if (b == '\n') {
      out.add((byte) '"');
      state = State.NAME;
    } else {
      escape(b, out);
    }
  }

  private void length(byte b) {
    left |= (b & 0xffL) << (Byte.SIZE * lengthBytes++);
    if (lengthBytes == Long.BYTES) {
      // No value has a negative length; what follows is read as a line then.
      state = left <= 0 ? State.VALUE : State.BINARY;
    }
  }

  private void binary(byte b, ByteQueue out) {
    escape(b, out);
    left--;
    state = left == 0 ? State.VALUE : State.BINARY;
  }

  private static void escape(byte b, ByteQueue out) {
    if (b == '"' || b == '\\') {
      out.add((byte) '\\');
      out.add(b);
    } else if (b >= 0 && b < ' ') {
      add("\\u00", out);
      out.add((byte) HEX.charAt(b >> 4));
      out.add((byte) HEX.charAt(b & 0xf));
    } else {
      out.add(b);
    }
  }

  private static void add(String text, ByteQueue out) {
    for (int i = 0; i < text.length(); i++) {
      out.add((byte) text.charAt(i));
    }
  }

  @Override
  public void end(ByteQueue out) {
    if (state == State.NAME && isBegun) {
      out.add((byte) '}');
    }
    if (isBegun) {
      out.add((byte) '\n');
    }
    isBegun = false;
    name.clear();
    state = State.NAME;
  }
}
