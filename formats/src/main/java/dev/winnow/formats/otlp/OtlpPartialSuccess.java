package dev.winnow.formats.otlp;

import dev.winnow.formats.protobuf.ProtobufReader;
import java.nio.charset.StandardCharsets;

/**
 * What an {@code ExportLogsServiceResponse} says about records that were not taken.
 *
 * @param rejectedLogRecords how many those are; 0 if all were taken
 * @param errorMessage why; without such records, what else the sender should know, or empty
 */
public record OtlpPartialSuccess(long rejectedLogRecords, String errorMessage) {
  private static final int PARTIAL_SUCCESS = 1;
  private static final int REJECTED_LOG_RECORDS = 1;
  private static final int ERROR_MESSAGE = 2;

  /**
   * Reads a response.
   *
   * @throws dev.winnow.kernel.WinnowException if it is no message
   */
  public static OtlpPartialSuccess decode(byte[] response) {
    ProtobufReader reader = new ProtobufReader();
    reader.reset(response, 0, response.length);
    OtlpPartialSuccess said = new OtlpPartialSuccess(0, "");
    while (reader.at() < response.length) {
      int tag = reader.tag();
      if (ProtobufReader.field(tag) == PARTIAL_SUCCESS) {
        said = said.read(reader, tag, response);
      } else {
        reader.skip(tag);
      }
    }
    return said;
  }

  private OtlpPartialSuccess read(ProtobufReader reader, int outer, byte[] response) {
    long rejected = rejectedLogRecords;
    String message = errorMessage;
    int outerEnd = reader.end();
    int end = reader.enter(outer);
    while (reader.at() < end) {
      int tag = reader.tag();
      switch (ProtobufReader.field(tag)) {
        case REJECTED_LOG_RECORDS -> rejected = reader.varint(tag);
        case ERROR_MESSAGE -> {
          int textEnd = reader.bytesEnd(tag);
          message =
              new String(response, reader.at(), textEnd - reader.at(), StandardCharsets.UTF_8);
          reader.moveTo(textEnd);
        }
        default -> reader.skip(tag);
      }
    }
    reader.leave(outerEnd);
    return new OtlpPartialSuccess(rejected, message);
  }
}
