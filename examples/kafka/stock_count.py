"""Tells Waybill what was counted on the shelf, and waits until it has said what that changed.

    python3 stock_count.py host:port SKU COUNTED

Needs kafka-python (Debian: python3-kafka). Its default partitioner is murmur2, like Java's.
"""

import json
import sys
import time
import uuid

from kafka import KafkaConsumer, KafkaProducer

brokers, sku, counted = sys.argv[1], sys.argv[2], int(sys.argv[3])
count_id = str(uuid.uuid4())

listener = KafkaConsumer(
    "waybill.inventory.v1",
    bootstrap_servers=brokers,
    auto_offset_reset="earliest",
    enable_auto_commit=False,
)
producer = KafkaProducer(bootstrap_servers=brokers, acks="all", retries=5, max_in_flight_requests_per_connection=1)
producer.send(
    "waybill.stock-counts.v1",
    key=sku.encode(),
    value=json.dumps({"sku": sku, "counted": counted, "reference": count_id}).encode(),
    headers=[
        ("ce_specversion", b"1.0"),
        ("ce_id", count_id.encode()),
        ("ce_source", b"/examples/python"),
        ("ce_type", b"waybill.stock-count.taken"),
        ("content-type", b"application/json"),
    ],
).get(timeout=10)
producer.close()

seen = set()
deadline = time.monotonic() + 20
while time.monotonic() < deadline:
    for records in listener.poll(timeout_ms=500).values():
        for record in records:
            headers = dict(record.headers)
            if headers["ce_id"] in seen:  # at least once: drop repeats
                continue
            seen.add(headers["ce_id"])
            told = json.loads(record.value)
            if headers["ce_type"] == b"waybill.stock.adjusted" and told["reason"] == f"count {count_id}":
                print(f"{sku}: {told['delta']:+d}")
                sys.exit(0)
print(f"{sku}: nothing changed")
sys.exit(1)
