package dev.winnow.formats.input;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a stream show it to be. */
public enum Content {
  EMPTY(Kind.NO_TEXT, "empty", ""),
  TEXT(Kind.TEXT, "text", ""),
  UTF16LE(Kind.ENCODED, "UTF-16", ""),
  UTF16BE(Kind.ENCODED, "UTF-16", ""),
  GZIP(Kind.COMPRESSED, "gzip", ""),
  ZSTD(Kind.COMPRESSED, "zstd", ""),
  XZ(Kind.COMPRESSED, "xz", ""),
  BZIP2(Kind.COMPRESSED, "bzip2", ""),
  LZ4(Kind.COMPRESSED, "lz4", ""),
  ZIP(Kind.ARCHIVE, "zip", ""),
  TAR(Kind.ARCHIVE, "tar", ""),
  UTF32(
      Kind.NO_TEXT,
      "UTF-32 text",
      "convert it first: iconv -f UTF-32 -t UTF-8 FILE | winnow ... -"),
  JOURNAL(
      Kind.NO_TEXT,
      "a journal of systemd",
      "export it first: journalctl --file FILE | winnow ... -"),
  BINARY(
      Kind.NO_TEXT,
      "not text",
      "if text is what matters in it: tr -d '\\000-\\010' < FILE | winnow ... -");

  /** What is to be done with a stream. */
  public enum Kind {
    /** It is read as it is. */
    TEXT,
    /** It is text once it was transcoded. */
    ENCODED,
    /** It is another stream once it was decompressed. */
    COMPRESSED,
    /** It holds several others. */
    ARCHIVE,
    /** It is refused. */
    NO_TEXT
  }

  /** Bytes that are looked at. */
  public static final int SAMPLE = 8 * 1024;

  /** Bytes after which every kind of packing can be told. */
  public static final int HEADER = 512;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private static final int TAR_CHECKSUM = 148;
  private static final int TAR_CHECKSUM_LENGTH = 8;

  /** Text has next to no control characters, random bytes about ten in a hundred. */
  private static final int CONTROLS_OF_BINARY_PERCENT = 5;

  /** A few of them stand in many a log, however short. */
  private static final int MIN_CONTROLS_OF_BINARY = 16;

  private static final int ESCAPE = 0x1b;

  private final Kind kind;
  private final String description;
  private final String remedy;

  Content(Kind kind, String description, String remedy) {
    this.kind = kind;
    this.description = description;
    this.remedy = remedy;
  }

  /** What is to be done with it. */
  public Kind kind() {
    return kind;
  }

  /** What it is called. */
  public String description() {
    return description;
  }

  /** What a user can do about it, where it is refused. */
  public String remedy() {
    return remedy;
  }

  /** Refuses to follow what does not begin as plain text does. */
  static void requireText(String name, byte[] in, int from, int to) {
    Content content = of(in, from, to);
    if (content != TEXT) {
      throw new WinnowException(
          ErrorCode.INPUT_NOT_READABLE,
          name + " is " + content.description() + "; only plain text can be followed");
    }
  }

  /** The length of the UTF-8 byte order mark at the beginning of a text, or 0. */
  public static int markLength(byte[] in, int from, int to) {
    boolean marked = to - from >= BYTE_ORDER_MARK.length;
    for (int i = 0; marked && i < BYTE_ORDER_MARK.length; i++) {
      marked = in[from + i] == BYTE_ORDER_MARK[i];
    }
    return marked ? BYTE_ORDER_MARK.length : 0;
  }

  /** Judges {@code in[from, to)}, the beginning of a stream, or all of it if it is short. */
  public static Content of(byte[] in, int from, int to) {
    if (from == to) {
      return EMPTY;
    }
    if (starts(in, from, to, 0x1f, 0x8b)) {
      return GZIP;
    }
    if (starts(in, from, to, 0x28, 0xb5, 0x2f, 0xfd) || startsWithSkippableFrame(in, from, to)) {
      return ZSTD;
    }
    if (starts(in, from, to, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (starts(in, from, to, 'B', 'Z', 'h')
        && (starts(in, from + 4, to, '1', 'A', 'Y', '&', 'S')
            || starts(in, from + 4, to, 0x17, 'r', 'E', '8', 'P'))) {
      return BZIP2;
    }
    if (starts(in, from, to, 0x04, 0x22, 0x4d, 0x18)) {
      return LZ4;
    }
    if (starts(in, from, to, 'P', 'K', 3, 4) || starts(in, from, to, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (starts(in, from, to, 'L', 'P', 'K', 'S', 'H', 'H', 'R', 'H')) {
      return JOURNAL;
    }
    return isTarHeader(in, from, to) ? TAR : ofText(in, from, Math.min(to, from + SAMPLE));
  }

  /** Whether a frame comes first in which zstd keeps what is no content, as pzstd does. */
  private static boolean startsWithSkippableFrame(byte[] in, int from, int to) {
    return to > from && (in[from] & 0xf0) == 0x50 && starts(in, from + 1, to, 0x2a, 0x4d, 0x18);
  }

  /**
   * Whether {@code in[from, to)} begins with a header whose checksum is right, which every kind of
   * tar has in front of each member.
   */
  public static boolean isTarHeader(byte[] in, int from, int to) {
    if (to - from < HEADER) {
      return false;
    }
    int stated = 0;
    int sum = 0;
    for (int i = 0; i < HEADER; i++) {
      boolean ofChecksum = i >= TAR_CHECKSUM && i < TAR_CHECKSUM + TAR_CHECKSUM_LENGTH;
      int b = in[from + i] & 0xff;
      sum += ofChecksum ? ' ' : b;
      if (ofChecksum && b >= '0' && b <= '7') {
        stated = stated * 8 + b - '0';
      }
    }
    return stated == sum;
  }

  private static Content ofText(byte[] in, int from, int to) {
    int controls = 0;
    int[] nulls = new int[4];
    for (int i = from; i < to; i++) {
      if (isControl(in[i])) {
        controls++;
      }
      if (in[i] == 0) {
        nulls[(i - from) & 3]++;
      }
    }
    boolean many = controls >= MIN_CONTROLS_OF_BINARY;
    Content encoded = ofMark(in, from, to);
    if (encoded == null && many) {
      encoded = ofNulls(nulls, to - from);
    }
    if (encoded != null) {
      return encoded;
    }
    return many && controls * 100 > (to - from) * CONTROLS_OF_BINARY_PERCENT ? BINARY : TEXT;
  }

  private static @Nullable Content ofMark(byte[] in, int from, int to) {
    if (starts(in, from, to, 0xff, 0xfe, 0, 0) || starts(in, from, to, 0, 0, 0xfe, 0xff)) {
      return UTF32;
    }
    if (starts(in, from, to, 0xff, 0xfe)) {
      return UTF16LE;
    }
    return starts(in, from, to, 0xfe, 0xff) ? UTF16BE : null;
  }

  /**
   * Finds ASCII in UTF-16, which has a NUL in every second byte and none beside it, and in UTF-32,
   * which has three in a row.
   */
  private static @Nullable Content ofNulls(int[] nulls, int length) {
    int even = nulls[0] + nulls[2];
    int odd = nulls[1] + nulls[3];
    if (Math.max(even, odd) > length / 4 && Math.min(even, odd) == 0) {
      return even == 0 ? UTF16LE : UTF16BE;
    }
    boolean inThrees = even + odd > length / 2 && (nulls[0] == 0 || nulls[3] == 0);
    return inThrees && Math.min(nulls[1], nulls[2]) > length / 8 ? UTF32 : null;
  }

  private static boolean isControl(byte b) {
    return (b >= 0 && b < ' ' && !(b >= '\b' && b <= '\r') && b != ESCAPE) || b == 0x7f;
  }

  private static boolean starts(byte[] in, int from, int to, int... magic) {
    if (to - from < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((in[from + i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
