package dev.winnow.kernel.stacktrace;

/** What a line is to the trace it stands in. */
enum LineKind {
  /** Begins an exception. */
  THROWN,
  /** Names the exception whose frames came before. */
  NAMED,
  /** A call. */
  FRAME,
  /** The file and line of the call before. */
  PLACE,
  /** Stands for frames that are those of the enclosing exception. */
  SHARED,
  /** Stands for frames that are not printed. */
  OMITTED,
  /** Ends an inner exception; what follows belongs to the one around it. */
  END_OF_INNER,
  /** Source, markers, separators: of the trace, with nothing to keep. */
  DETAIL,
  /** Empty; of the trace if more of it follows. */
  BLANK,
  /** Ordinary text, such as the second line of a message; of the trace if more of it follows. */
  TEXT
}
