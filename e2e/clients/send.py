"""Sends records with the OpenTelemetry SDK of Python: send.py WAY SERVICE."""

import os
import sys

from opentelemetry._logs import LogRecord, SeverityNumber
from opentelemetry.exporter.otlp.proto.grpc._log_exporter import (
    OTLPLogExporter as GrpcExporter,
)
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http._log_exporter import (
    OTLPLogExporter as HttpExporter,
)
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.resources import Resource

import grpc


def exporter(way):
    is_packed = way.endswith("-gzip")
    if way.startswith("grpc"):
        return GrpcExporter(
            endpoint=os.environ["OTLP_GRPC_TARGET"],
            insecure=True,
            compression=grpc.Compression.Gzip if is_packed else grpc.Compression.NoCompression,
        )
    return HttpExporter(
        endpoint=os.environ["OTLP_HTTP_URL"] + "/v1/logs",
        compression=Compression.Gzip if is_packed else Compression.NoCompression,
    )


def main():
    way, service = sys.argv[1:]
    provider = LoggerProvider(resource=Resource.create({"service.name": service}))
    provider.add_log_record_processor(BatchLogRecordProcessor(exporter(way)))
    logger = provider.get_logger("clients")
    for number in range(int(os.environ["RECORDS"])):
        logger.emit(
            LogRecord(
                severity_number=SeverityNumber.ERROR,
                severity_text="ERROR",
                body=f"order {number} failed",
                attributes={
                    "greatest": 9223372036854775807,
                    "empty": "",
                    "nested": {"list": ["a", "", 1, True, None], "map": {"k": 0.5}},
                },
            )
        )
    provider.shutdown()


main()
