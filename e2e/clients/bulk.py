"""Sends records with the client of Elasticsearch for Python: bulk.py WAY SERVICE."""

import datetime
import os
import sys

from elasticsearch import Elasticsearch, helpers


def documents(service):
    for number in range(int(os.environ["RECORDS"])):
        yield {
            "_op_type": "create",
            "_index": "logs-shop-default",
            "@timestamp": datetime.datetime.now(datetime.timezone.utc).isoformat(),
            "message": f"order {number} failed",
            "log": {"level": "error", "logger": "shop.Orders"},
            "service": {"name": service},
            "order": str(number),
        }
    yield {"_op_type": "delete", "_index": "logs-shop-default", "_id": "1"}


def main():
    way, service = sys.argv[1:]
    client = Elasticsearch(os.environ["WINNOW_URL"], http_compress=way.endswith("-gzip"))
    assert client.ping() and client.info()["version"]["number"]
    done, failed = helpers.bulk(client, documents(service), chunk_size=30, raise_on_error=False)
    assert done == int(os.environ["RECORDS"]), done
    assert [item["delete"]["status"] for item in failed] == [400], failed


main()
