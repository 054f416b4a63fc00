#!/usr/bin/env python3
"""Follows a topic: one line of JSON for each record, repeats left out, each value checked against its contract.

    examples/python/consume.py --brokers localhost:9092 waybill.orders.v1 --group my-system

Needs kafka-python (Debian: python3-kafka); checks contracts if jsonschema is there too.
"""
import argparse
import json
import pathlib
import sys

from kafka import KafkaConsumer

try:
    import jsonschema
except ImportError:
    jsonschema = None

ROOT = pathlib.Path(__file__).resolve().parents[2]


def arguments():
    parser = argparse.ArgumentParser(description="Follow a topic of Waybill.")
    parser.add_argument("--brokers", required=True, help="host:port")
    parser.add_argument("--group", help="commit what was handled under this name")
    parser.add_argument("--key", help="only the records of this aggregate")
    parser.add_argument("--idle", type=float, default=float("inf"), help="seconds without a record, then the end")
    parser.add_argument("topic")
    return parser.parse_args()


def read_headers(record):
    return {name: value.decode() for name, value in record.headers}


def broken_rule(headers, data):
    """What the value breaks of the contract its record names; None if nothing, or if it cannot be checked here."""
    contract = ROOT / headers.get("ce_dataschema", "").lstrip("/")
    if jsonschema is None or not contract.is_file():
        return None
    schema = json.loads(contract.read_text())
    error = next(jsonschema.Draft202012Validator(schema).iter_errors(data), None)
    return error and error.message


def main():
    args = arguments()
    consumer = KafkaConsumer(
        args.topic,
        bootstrap_servers=args.brokers,
        group_id=args.group,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
        consumer_timeout_ms=args.idle * 1000,
    )
    # A real consumer keeps these in its database, in the transaction of what it does about them.
    seen = set()
    for record in consumer:
        headers = read_headers(record)
        if args.key is None or record.key == args.key.encode():
            handle(record, headers, seen)
        if args.group:
            consumer.commit()
    consumer.close()


def handle(record, headers, seen):
    if headers["ce_id"] in seen:
        print("repeat left out: " + headers["ce_id"], file=sys.stderr)
        return
    data = json.loads(record.value)
    broken = broken_rule(headers, data)
    line = {"key": record.key.decode(), "partition": record.partition, "headers": headers, "data": data}
    print(json.dumps({**line, "checked": jsonschema is not None, "broken": broken}), flush=True)
    seen.add(headers["ce_id"])


if __name__ == "__main__":
    main()
