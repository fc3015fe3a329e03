package dev.winnow.server.receiver;

import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.LogsRequest;
import dev.winnow.formats.otlp.OtlpAnswer;
import dev.winnow.formats.otlp.OtlpForm;
import dev.winnow.formats.otlp.OtlpJsonDecoder;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.Receipt;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.access.Principal;

/**
 * Takes {@code ExportLogsServiceRequest}s in, as the OpenTelemetry Protocol 1.9 describes. Safe for
 * use by many threads.
 */
final class OtlpReceiver {
  private final String name;
  private final Pipeline pipeline;
  private final Decoders<OtlpProtobufDecoder> protobuf;
  private final Decoders<OtlpJsonDecoder> json;

  /**
   * A receiver.
   *
   * @param name by which the ledger knows it, such as {@code otlp_http}
   */
  OtlpReceiver(String name, Pipeline pipeline, DecodeLimits limits, int processors) {
    this.name = name;
    this.pipeline = pipeline;
    protobuf = new Decoders<>(processors, () -> new OtlpProtobufDecoder(limits));
    json = new Decoders<>(processors, () -> new OtlpJsonDecoder(limits));
  }

  /**
   * Takes a request in; returns the answer when its records are durable.
   *
   * @param identity by which it is recognised when it is sent again; empty if the sender gave none
   * @throws dev.winnow.kernel.WinnowException if it cannot be read, or not be stored
   */
  byte[] receive(Principal sender, String identity, OtlpForm form, byte[] message) {
    LogsRequest request =
        switch (form) {
          case PROTOBUF -> protobuf.use(decoder -> decoder.decode(message, 0, message.length));
          case JSON -> json.use(decoder -> decoder.decode(message, 0, message.length));
        };
    Receipt receipt =
        pipeline.accept(
            new Submission(
                sender.tenantId(),
                name,
                identity,
                request.records(),
                request.rejectedLogRecords(),
                message.length));
    return OtlpAnswer.accepted(request, warning(receipt)).encode(form);
  }

  /** What a quota lets go was accepted, by the rules that the sender's side has set. */
  private static String warning(Receipt receipt) {
    return receipt.overQuota() == 0
        ? ""
        : receipt.overQuota() + " records were counted, but not kept: a quota for today is used up";
  }
}
