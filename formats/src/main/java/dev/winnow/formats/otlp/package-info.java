/**
 * The logs of OTLP, the protocol of OpenTelemetry: requests are read, answers written.
 *
 * <p>{@link dev.winnow.formats.otlp.OtlpProtobufDecoder} and {@link
 * dev.winnow.formats.otlp.OtlpJsonDecoder} make the same {@link
 * dev.winnow.formats.otlp.LogsRequest} of an {@code ExportLogsServiceRequest} in either form,
 * within {@link dev.winnow.formats.otlp.DecodeLimits}. Bytes that are no such request are refused
 * whole; a record that cannot be kept is rejected alone, and the sender is told. What a sender got
 * wrong without harm is mended: an invalid id is left out, a severity off the scale stays as text,
 * broken UTF-8 becomes U+FFFD, and of two values for a key the last counts.
 *
 * <p>{@link dev.winnow.formats.otlp.OtlpJsonEncoder} writes such a request. {@link
 * dev.winnow.formats.otlp.OtlpAnswer} is what senders are told, in the form that they used.
 */
@NullMarked
package dev.winnow.formats.otlp;

import org.jspecify.annotations.NullMarked;
