package dev.winnow.formats.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes structures as Thrift's compact protocol has them, which is what Parquet describes itself
 * in. Fields are written in the order of their numbers.
 */
final class CompactWriter {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  /** Longer lists, and steps between field numbers, are written in full. */
  private static final int SHORT = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  private void field(int number, int type) {
    int step = number - last;
    if (step > 0 && step <= SHORT) {
      out.write((step << 4) | type);
    } else {
      out.write(type);
      zigzag(number);
    }
    last = number;
  }

  CompactWriter bool(int number, boolean value) {
    field(number, value ? TRUE : FALSE);
    return this;
  }

  CompactWriter i32(int number, int value) {
    field(number, I32);
    zigzag(value);
    return this;
  }

  CompactWriter i64(int number, long value) {
    field(number, I64);
    zigzag(value);
    return this;
  }

  CompactWriter text(int number, String value) {
    field(number, BINARY);
    text(value);
    return this;
  }

  /** Begins a field that is a structure. */
  CompactWriter begin(int number) {
    field(number, STRUCT);
    return element();
  }

  /** Begins a structure that is an element of a list. */
  CompactWriter element() {
    outer.push(last);
    last = 0;
    return this;
  }

  /** Ends the structure that was begun last. */
  CompactWriter end() {
    out.write(0);
    last = outer.pop();
    return this;
  }

  /** A field that is an empty structure. */
  CompactWriter empty(int number) {
    return begin(number).end();
  }

  /** Begins a list of structures, which follow. */
  CompactWriter structs(int number, int size) {
    return list(number, size, STRUCT);
  }

  CompactWriter texts(int number, String only) {
    list(number, 1, BINARY).text(only);
    return this;
  }

  CompactWriter i32s(int number, int... values) {
    list(number, values.length, I32);
    for (int value : values) {
      zigzag(value);
    }
    return this;
  }

  private CompactWriter list(int number, int size, int type) {
    field(number, LIST);
    if (size < SHORT) {
      out.write((size << 4) | type);
    } else {
      out.write((SHORT << 4) | type);
      varint(size);
    }
    return this;
  }

  private void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    out.writeBytes(utf8);
  }

  private void zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** All of it, with the end of the outermost structure. */
  byte[] bytes() {
    out.write(0);
    return out.toByteArray();
  }
}
