package dev.winnow.formats.input;

/** What the first bytes of an input show it to be. */
enum Content {
  TEXT("", ""),
  GZIP("gzip-compressed", "decompress it first: gzip -dc FILE | winnow ... -"),
  ZSTD("zstd-compressed", "decompress it first: zstd -dc FILE | winnow ... -"),
  XZ("xz-compressed", "decompress it first: xz -dc FILE | winnow ... -"),
  BZIP2("bzip2-compressed", "decompress it first: bzip2 -dc FILE | winnow ... -"),
  LZ4("lz4-compressed", "decompress it first: lz4 -dc FILE | winnow ... -"),
  ZIP("a zip archive", "unpack it first: unzip -p FILE | winnow ... -"),
  UTF16("UTF-16 text", "convert it first: iconv -f UTF-16 -t UTF-8 FILE | winnow ... -"),
  JOURNAL("a journal of systemd", "export it first: journalctl --file FILE | winnow ... -"),
  BINARY("not text", "if text is what matters in it: tr -d '\\000-\\010' < FILE | winnow ... -");

  /** Bytes that are looked at. */
  static final int SAMPLE = 8 * 1024;

  /** Text has next to no control characters, random bytes about ten in a hundred. */
  private static final int CONTROLS_OF_BINARY_PERCENT = 5;

  /** A few of them stand in many a log, however short. */
  private static final int MIN_CONTROLS_OF_BINARY = 16;

  private static final int ESCAPE = 0x1b;

  private final String description;
  private final String remedy;

  Content(String description, String remedy) {
    this.description = description;
    this.remedy = remedy;
  }

  /** What it is, as in "is gzip-compressed". */
  String description() {
    return description;
  }

  /** What a user can do about it. */
  String remedy() {
    return remedy;
  }

  /** Judges {@code in[from, to)}, the beginning of an input; an empty one is text. */
  static Content of(byte[] in, int from, int to) {
    if (starts(in, from, to, 0x1f, 0x8b)) {
      return GZIP;
    }
    if (starts(in, from, to, 0x28, 0xb5, 0x2f, 0xfd)) {
      return ZSTD;
    }
    if (starts(in, from, to, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (starts(in, from, to, 'B', 'Z', 'h') && starts(in, from + 4, to, '1', 'A', 'Y', '&', 'S')) {
      return BZIP2;
    }
    if (starts(in, from, to, 0x04, 0x22, 0x4d, 0x18)) {
      return LZ4;
    }
    if (starts(in, from, to, 'P', 'K', 3, 4)) {
      return ZIP;
    }
    if (starts(in, from, to, 'L', 'P', 'K', 'S', 'H', 'H', 'R', 'H')) {
      return JOURNAL;
    }
    return ofText(in, from, Math.min(to, from + SAMPLE));
  }

  private static Content ofText(byte[] in, int from, int to) {
    boolean mark = starts(in, from, to, 0xff, 0xfe) || starts(in, from, to, 0xfe, 0xff);
    int controls = 0;
    int[] nulls = new int[2];
    for (int i = from; i < to; i++) {
      if (isControl(in[i])) {
        controls++;
      }
      if (in[i] == 0) {
        nulls[(i - from) & 1]++;
      }
    }
    int length = to - from;
    boolean many = controls >= MIN_CONTROLS_OF_BINARY;
    // ASCII in UTF-16 has a NUL in every second byte, and none beside it.
    boolean alternating =
        Math.max(nulls[0], nulls[1]) > length / 4 && Math.min(nulls[0], nulls[1]) == 0;
    if (mark || (many && alternating)) {
      return UTF16;
    }
    return many && controls * 100 > length * CONTROLS_OF_BINARY_PERCENT ? BINARY : TEXT;
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
