package dev.winnow.formats.protobuf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A short message in the making. What has its default value is left out, as in protobuf 3. */
public final class ProtobufWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Writes a number that is not negative. */
  public ProtobufWriter number(int field, long value) {
    if (value != 0) {
      varint((long) field << 3 | ProtobufReader.VARINT);
      varint(value);
    }
    return this;
  }

  public ProtobufWriter text(int field, String value) {
    return value.isEmpty() ? this : bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a message within, even if it is empty. */
  public ProtobufWriter message(int field, ProtobufWriter value) {
    return bytes(field, value.toByteArray());
  }

  public ProtobufWriter bytes(int field, byte[] value) {
    varint((long) field << 3 | ProtobufReader.BYTES);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) rest | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  public byte[] toByteArray() {
    return out.toByteArray();
  }
}
