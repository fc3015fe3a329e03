/**
 * Messages of syslog as records: those of RFC 5424, and what BSD's syslog and its many heirs send,
 * which RFC 3164 tells of.
 *
 * <p>{@link dev.winnow.formats.syslog.SyslogFrames} cuts a stream into messages, {@link
 * dev.winnow.formats.syslog.SyslogDecoder} reads one. Whatever comes is a record: what is not
 * understood of a header is left in the body.
 */
@NullMarked
package dev.winnow.formats.syslog;

import org.jspecify.annotations.NullMarked;
