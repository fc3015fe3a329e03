/**
 * The wire format of Protocol Buffers, read and written by hand. {@link
 * dev.winnow.formats.protobuf.ProtobufReader} walks over the fields of a message in an array and
 * makes no objects; what the fields are is up to its callers, one for each protocol. {@link
 * dev.winnow.formats.protobuf.ProtobufWriter} writes the short messages that servers answer with,
 * and {@link dev.winnow.formats.protobuf.ReverseWriter} the long ones that senders send.
 */
@NullMarked
package dev.winnow.formats.protobuf;

import org.jspecify.annotations.NullMarked;
