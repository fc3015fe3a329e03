package dev.winnow.formats.layout;

import java.util.Map;

/** The names whose meaning does not depend on the layout. */
final class KnownNames {
  private static final String TABLE =
      """
      time                      time timestamp @timestamp ts t @t datetime date asctime event_time
      time                      eventTime time_iso8601 timeUnixNano time_unix_nano date_time
      time                      __REALTIME_TIMESTAMP start_time requestReceivedTimestamp
      time                      TimeGenerated TimeCreated createdDateTime rt timegenerated
      time                      Timestamp timeMillis t.$date startTime start_time_unix_nano
      time                      _time
      time                      instant.epochSecond timestampSeconds timestamp.seconds
      time nanos                instant.nanoOfSecond timestampNanos timestamp.nanos
      level                     level lvl severity loglevel log_level log.level levelname @l @level
      level                     severity_text severityText log.severity Level LogLevel logLevel
      level syslog              PRIORITY syslog.severity.code
      level opentelemetry       severity_number severityNumber
      host.name                 host hostname host.name host.hostname _HOSTNAME Computer node
      host.name                 hostName source_host
      service.name              service service.name service_name serviceName app app.name application
      service.name              resource.service.name SYSLOG_IDENTIFIER dd.service
      client.address            client.address client_ip clientIp clientip client_addr remote_addr
      client.address            remote_ip remoteIp remoteAddr remote_address remoteAddress client.ip
      client.address            source.ip src_ip srcip ip_address callerIpAddress sourceIPAddress
      client.address            httpRequest.remoteIp request.remote_ip req.remoteAddress src
      client.address            ClientHost httpRequest.clientIp ClientIP ClientAddr
      user.name                 user user.name username user_name userName usr.name user.id user_id
      user.name                 userId userid remote_user suser enduser.id ClientUsername
      trace_id                  trace_id traceId traceid trace.id TraceId traceID dd.trace_id
      trace_id                  otelTraceID X-B3-TraceId @tr mdc.traceId mdc.trace_id
      trace_id                  contextMap.traceId contextMap.trace_id _traceId _trace_id
      span_id                   span_id spanId spanid span.id SpanId spanID dd.span_id otelSpanID @sp
      span_id                   mdc.spanId mdc.span_id contextMap.spanId contextMap.span_id _spanId
      http.request.id           request_id requestId req_id reqId RequestId request.id x_request_id
      http.request.id           http.request.id correlation_id correlationId CorrelationId requestID
      http.request.method       method http.request.method http.method request_method request.method
      http.request.method       httpRequest.requestMethod req.method verb RequestMethod
      http.request.method       httpRequest.httpMethod
      url.path                  url.path path uri request_uri request.uri url req.url http.target
      url.path                  httpRequest.requestUrl requestURI http.path RequestPath req.path
      url.path                  httpRequest.uri
      http.response.status_code status status_code statusCode http.response.status_code
      http.response.status_code http.status_code response.status res.statusCode httpRequest.status
      http.response.status_code responseStatus.code response_code responseCode http.status
      http.response.status_code DownstreamStatus
      duration                  duration elapsed took latency dur response_time responseTime
      duration                  request_duration httpRequest.latency time_taken processing_time
      duration ms               duration_ms durationMs elapsed_ms elapsedMs latency_ms latencyMs
      duration ms               took_ms response_time_ms responseTimeMs durationMillis dur_ms
      duration ms               elapsedMilliseconds ElapsedMilliseconds Elapsed duration_millis
      duration ms               durationInMs processing_time_ms request_time_ms time_ms took_millis
      duration s                request_time upstream_response_time duration_s duration_seconds
      duration s                elapsed_seconds elapsed_s latency_s latency_seconds took_s
      duration s                durationSeconds elapsedSeconds response_time_s duration_sec
      duration us               duration_us durationUs elapsed_us latency_us latencyUs duration_micros
      duration us               response_time_us took_us
      duration ns               duration_ns durationNs elapsed_ns event.duration latency_ns
      duration ns               duration_nanos durationNanos
      scope.name                scope.name logger logger_name loggerName log.logger LoggerName
      scope.name                SourceContext categoryName Category _logger _log_logger
      event.name                event.name event_name eventName EventName
      body                      message msg @message MESSAGE short_message @m textPayload Message
      body                      _msg body log
      """;

  /**
   * Where OpenTelemetry has what is called so, for names that do not say it by their {@link Field}.
   */
  private static final String PLACES =
      """
      resource  deployment.environment.name  environment env deployment_environment
      resource  k8s.pod.name                 pod_name podName k8s_pod_name
      resource  k8s.namespace.name           namespace_name k8s_namespace_name
      resource  container.id                 container_id containerId
      resource  service.version              service_version serviceVersion
      attribute thread.name                  thread_name threadName thread
      attribute user.id                      user_id userId userid
      attribute exception.stacktrace         stack_trace stackTrace stacktrace
      attribute code.file.path               source_file sourceFile
      attribute code.line.number             source_line sourceLine
      attribute log.record.uid               log_id logId
      attribute correlation_id               correlation_id correlationId CorrelationId
      attribute session.id                   session_id sessionId
      attribute workspace.id                 workspace_id workspaceId
      attribute gen_ai.conversation.id       conversation_id conversationId
      attribute gen_ai.request.model         model model_name modelName
      attribute gen_ai.operation.name        request_type requestType
      attribute gen_ai.usage.input_tokens    tokens_prompt prompt_tokens input_tokens tokens_input
      attribute gen_ai.usage.output_tokens   tokens_completion completion_tokens output_tokens
      attribute gen_ai.usage.output_tokens   tokens_output
      attribute gen_ai.usage.total_tokens    tokens_used tokens_total total_tokens
      """;

  /** Where the names of a row begin. */
  private static final int COLUMN = 26;

  private KnownNames() {}

  /** A new table that holds them. */
  static FieldNames table() {
    FieldNames names = new FieldNames();
    TABLE.lines().forEach(row -> put(row, names));
    return names;
  }

  /** The places by the names that lead to them. */
  static Map<String, NamePlace> places() {
    return NamePlace.table(PLACES);
  }

  private static void put(String row, FieldNames names) {
    Meaning meaning = Meaning.parse(row.substring(0, COLUMN).strip());
    for (String name : row.substring(COLUMN).strip().split(" +", 0)) {
      names.put(name, meaning, 0);
    }
  }
}
