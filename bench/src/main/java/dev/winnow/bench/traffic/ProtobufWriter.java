package dev.winnow.bench.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a message in the wire format of Protocol Buffers, and remembers where its slots are. */
final class ProtobufWriter {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Slot> slots = new ArrayList<>();

  ProtobufWriter varint(int field, long value) {
    tag(field, VARINT);
    raw(value);
    return this;
  }

  ProtobufWriter fixed64(int field, long value) {
    tag(field, FIXED64);
    littleEndian(value, Long.BYTES);
    return this;
  }

  ProtobufWriter fixed32(int field, int value) {
    tag(field, FIXED32);
    littleEndian(value, Integer.BYTES);
    return this;
  }

  ProtobufWriter slot64(int field, SlotKind kind, int argument, long value) {
    tag(field, FIXED64);
    slots.add(new Slot(kind, out.size(), argument));
    littleEndian(value, Long.BYTES);
    return this;
  }

  ProtobufWriter slotBytes(int field, SlotKind kind, int argument, int length) {
    tag(field, LENGTH_DELIMITED);
    raw(length);
    slots.add(new Slot(kind, out.size(), argument));
    out.writeBytes(new byte[length]);
    return this;
  }

  ProtobufWriter text(int field, String text) {
    return text(field, SlottedText.constant(text));
  }

  ProtobufWriter text(int field, SlottedText text) {
    return bytes(field, text.text().getBytes(StandardCharsets.UTF_8), text.slots());
  }

  ProtobufWriter message(int field, ProtobufWriter message) {
    return bytes(field, message.toByteArray(), message.slots);
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  List<Slot> slots() {
    return slots;
  }

  private ProtobufWriter bytes(int field, byte[] bytes, List<Slot> within) {
    tag(field, LENGTH_DELIMITED);
    raw(bytes.length);
    within.forEach(slot -> slots.add(slot.shifted(out.size())));
    out.writeBytes(bytes);
    return this;
  }

  private void tag(int field, int wireType) {
    raw((long) field << 3 | wireType);
  }

  private void raw(long value) {
    long rest = value;
    for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
      out.write((int) (rest & 0x7f) | 0x80);
    }
    out.write((int) rest);
  }

  private void littleEndian(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)));
    }
  }
}
