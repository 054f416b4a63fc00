#!/usr/bin/env python3
"""Sends a command as a CloudEvent in binary mode, and waits for the answer.

    examples/python/send.py --brokers localhost:9092 receive-stock MUG-BLUE '{"sku":"MUG-BLUE","quantity":5}'
    examples/python/send.py --brokers localhost:9092 create-order <order id> '{"orderId":"<order id>", ...}'

Sending the same --id again does nothing twice. Needs kafka-python (Debian: python3-kafka).
"""
import argparse
import json
import sys
import time
import uuid

from kafka import KafkaConsumer, KafkaProducer, TopicPartition

REPLIES = "waybill.replies.v1"


def arguments():
    parser = argparse.ArgumentParser(description="Send a command to Waybill.")
    parser.add_argument("--brokers", required=True, help="host:port")
    parser.add_argument("--id", default=str(uuid.uuid4()), help="of the command; the same one again is a repeat")
    parser.add_argument("--times", type=int, default=1, help="send it so often, as a nervous network would")
    parser.add_argument("--wait", type=float, default=10, help="seconds to wait for the answer")
    parser.add_argument("command", help="such as receive-stock")
    parser.add_argument("key", help="the aggregate's id: an order id or a SKU")
    parser.add_argument("data", type=json.loads, help="JSON by contracts/waybill.commands.v1")
    return parser.parse_args()


def from_now_on(brokers):
    """A consumer of the replies that come from now on. Every partition: the reader is nobody's group."""
    consumer = KafkaConsumer(bootstrap_servers=brokers, enable_auto_commit=False)
    partitions = [TopicPartition(REPLIES, number) for number in consumer.partitions_for_topic(REPLIES)]
    consumer.assign(partitions)
    consumer.seek_to_end()
    for partition in partitions:
        consumer.position(partition)
    return consumer


def send(args):
    # kafka-python picks partitions by murmur2, as Java does and as Waybill expects.
    producer = KafkaProducer(bootstrap_servers=args.brokers, acks="all", retries=5, max_in_flight_requests_per_connection=1)
    headers = {
        "ce_specversion": "1.0",
        "ce_id": args.id,
        "ce_source": "/examples/python",
        "ce_type": "waybill.command." + args.command,
        "content-type": "application/json",
    }
    for _ in range(args.times):
        producer.send(
            "waybill.commands.v1",
            key=args.key.encode(),
            value=json.dumps(args.data).encode(),
            headers=[(name, value.encode()) for name, value in headers.items()],
        ).get(timeout=30)
    producer.close()


def answer_to(command_id, replies, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for records in replies.poll(timeout_ms=200).values():
            for record in records:
                headers = dict(record.headers)
                if headers.get("ce_causationid") == command_id.encode():
                    return json.loads(record.value)
    return None


def main():
    args = arguments()
    replies = from_now_on(args.brokers)
    send(args)
    answer = answer_to(args.id, replies, args.wait)
    replies.close()
    if answer is None:
        sys.exit("no answer within %s s; send it again with --id %s" % (args.wait, args.id))
    print(json.dumps({"id": args.id, "answer": answer}))


if __name__ == "__main__":
    main()
