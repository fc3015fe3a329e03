package dev.winnow.kernel.redaction;

import java.util.List;

/** The layout of a token that is known by itself, wherever it stands. */
interface TokenShape {
  SecretKind kind();

  /** The pairs of bytes that tokens of this shape begin with. */
  List<String> beginnings();

  /** The end of the token that begins at {@code from}, or -1. Reads word bytes only. */
  int end(byte[] in, int from, int to);
}
