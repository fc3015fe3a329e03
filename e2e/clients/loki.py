"""Sends records with clients of Loki for Python: loki.py WAY SERVICE."""

import logging
import os
import sys

from loki_logger_handler.loki_logger_handler import LokiLoggerHandler
from logging_loki import LokiHandler

PUSH = os.environ["WINNOW_URL"] + "/loki/api/v1/push"


def handler(way, service):
    if way == "python-logging-loki":
        return LokiHandler(url=PUSH, tags={"application": service}, version="1")
    return LokiLoggerHandler(
        url=PUSH,
        labels={"application": service, "level": "error"},
        timeout=1,
        compressed=way.endswith("-gzip"),
    )


def main():
    way, service = sys.argv[1:]
    out = handler(way, service)
    logger = logging.getLogger("shop.Orders")
    logger.addHandler(out)
    for number in range(int(os.environ["RECORDS"])):
        order = {"order": str(number)}
        tags = {"tags": order} if way == "python-logging-loki" else order
        logger.error("order %d failed", number, extra=tags)
    logging.shutdown()


main()
