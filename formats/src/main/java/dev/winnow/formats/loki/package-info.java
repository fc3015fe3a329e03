/**
 * The push of Loki: lines of text in streams, which have labels, each with a time and metadata.
 *
 * <p>{@link dev.winnow.formats.loki.LokiProtobufDecoder} and {@link
 * dev.winnow.formats.loki.LokiJsonDecoder} make the same {@link dev.winnow.formats.loki.LokiPush}
 * of either form. Labels and metadata get the places that OpenTelemetry has for what is called so;
 * a line is the body, and where it is a JSON object, its message is. Times may come in any order.
 *
 * <p>As with Loki, a stream whose labels cannot be read is refused alone, and a body that is no
 * push is refused whole.
 */
@NullMarked
package dev.winnow.formats.loki;

import org.jspecify.annotations.NullMarked;
