package dev.winnow.server.http;

import dev.winnow.server.export.Export;
import dev.winnow.server.export.ExportFormat;
import dev.winnow.server.request.Parameter;
import dev.winnow.storage.Selection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/logs/export}: all records that are selected, however many. */
@Path("/api/logs/export")
@Tag(name = "Records")
@RunOnVirtualThread
public final class ExportResource {
  private static final String LINES = "application/x-ndjson";
  private static final String TABLE = "text/csv";
  private static final String PARQUET = "application/vnd.apache.parquet";

  /** With any weight but zero. */
  private static final Pattern GZIP = Pattern.compile("(?i)gzip(;q=(?!0[.0]*$).*)?");

  /** What is packed before it is handed on. */
  private static final int BUFFER_BYTES = 8 << 10;

  private final Parts parts;
  private final Caller caller;

  @Inject
  ExportResource(Parts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  @GET
  @Produces({LINES, TABLE, PARQUET})
  @Operation(
      summary = "Export records",
      description =
          "All records that meet all parameters, the oldest first, until the newest that there is"
              + " when the answer begins. An answer that breaks off is not complete. A reader that"
              + " takes nothing for limits.idle_timeout is given up. Packed for who accepts gzip.")
  @APIResponse(
      responseCode = "200",
      description = "The records.",
      content = {
        @Content(mediaType = LINES, schema = @Schema(implementation = String.class)),
        @Content(mediaType = TABLE, schema = @Schema(implementation = String.class)),
        @Content(mediaType = PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response export(
      @BeanParam SelectionParameters parameters,
      @Schema(
              description =
                  "jsonl for a JSON object on each line, as /api/logs gives it; csv for a table;"
                      + " otlp for a request of OTLP in JSON on each line; parquet for a typed"
                      + " table in Apache Parquet.",
              enumeration = {"jsonl", "csv", "otlp", "parquet"},
              defaultValue = "jsonl")
          @QueryParam("format")
          @Nullable String form,
      @Context HttpHeaders headers,
      @Context Request request) {
    ExportFormat format =
        new Parameter("format", form).choice(ExportFormat.class, ExportFormat.JSONL);
    Selection selection =
        parameters.reader(caller.principal().tenantId(), parts.clock().instant()).selection();
    parts.uses().note(selection);
    boolean isPacked =
        format.isPackable() && acceptsGzip(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    Response.ResponseBuilder answer = answer(format, isPacked);
    // Whoever asks for the head only would have an export that nobody writes.
    return request.getMethod().equals(HttpMethod.HEAD)
        ? answer.build()
        : answer.entity(body(selection, format, isPacked)).build();
  }

  private static Response.ResponseBuilder answer(ExportFormat format, boolean isPacked) {
    Response.ResponseBuilder answer =
        Response.ok()
            .type(format.mediaType())
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"logs." + format.extension() + "\"")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return isPacked ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
  }

  private StreamingOutput body(Selection selection, ExportFormat format, boolean isPacked) {
    Export export = parts.questions().exports().begin(selection, format);
    return isPacked ? packed(export) : export::writeTo;
  }

  private static boolean acceptsGzip(@Nullable String encodings) {
    return encodings != null
        && Arrays.stream(encodings.split(",", -1))
            .map(encoding -> encoding.replace(" ", ""))
            .anyMatch(encoding -> GZIP.matcher(encoding).matches());
  }

  /** What breaks off is not finished, so that nobody takes it for complete. */
  private static StreamingOutput packed(Export export) {
    return out -> {
      GZIPOutputStream packed = new GZIPOutputStream(out, BUFFER_BYTES);
      export.writeTo(packed);
      packed.finish();
    };
  }
}
