/**
 * The log record in OpenTelemetry's terms: what every other part of Winnow reads and none changes.
 *
 * <p>In reading order: {@link dev.winnow.kernel.record.LogRecord}, its {@link
 * dev.winnow.kernel.record.AnyValue} body and {@link dev.winnow.kernel.record.Attributes}, where it
 * came from ({@link dev.winnow.kernel.record.Resource}, {@link
 * dev.winnow.kernel.record.InstrumentationScope}) and how bad it is ({@link
 * dev.winnow.kernel.record.SeverityNumber}).
 *
 * <p>Everything is immutable and nothing is null. Absence has one spelling per type, the one of
 * OTLP: an empty string, {@link dev.winnow.kernel.record.AnyValue#empty}, a time of 0, {@link
 * dev.winnow.kernel.record.SeverityNumber#UNSPECIFIED}. An attribute whose value is empty is
 * therefore the same as an absent attribute to whoever asks for it by name.
 *
 * <p>Decoders check what they read; the constructors here check again and refuse with {@code
 * invalid_record}, so a record that exists is valid.
 */
@NullMarked
package dev.winnow.kernel.record;

import org.jspecify.annotations.NullMarked;
