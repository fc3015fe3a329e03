package dev.winnow.formats.otlp;

/** A form of OTLP on the wire; an answer has that of its request. */
public enum OtlpForm {
  PROTOBUF("application/x-protobuf"),
  JSON("application/json");

  private final String contentType;

  OtlpForm(String contentType) {
    this.contentType = contentType;
  }

  public String contentType() {
    return contentType;
  }
}
