package dev.winnow.bench.traffic;

/** What is filled in at a place of a request each time that it is sent. Each has a fixed width. */
enum SlotKind {
  /** When it happened: eight bytes, by the place of the record in the order of time. */
  TIMESTAMP,
  /** When it was seen, up to a millisecond after {@link #TIMESTAMP} of the same record. */
  OBSERVED_TIMESTAMP,
  /** Sixteen bytes, the same in each record of one trace of the request. */
  TRACE_ID,
  /** Eight bytes. */
  SPAN_ID,
  /** The random UUID of the record as 36 characters; it may occur more than once in a record. */
  REQUEST_ID,
  /** One of a million users as six digits, the same throughout a record. */
  USER,
  /** An IPv4 address as 15 characters, the same throughout a record. */
  ADDRESS,
  /** A double within half of what the pool holds, to three decimal places. */
  DURATION,
  /** As many decimal digits as the argument says, the first of which is not zero. */
  DIGITS,
  /** As many hexadecimal digits as the argument says. */
  HEX,
  /** The number of the request as ten digits. */
  BATCH
}
