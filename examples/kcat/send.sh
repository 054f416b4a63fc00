#!/bin/sh
# Sends one command; its JSON is read from the standard input. Give the same id again to repeat it safely.
#   echo '{"orderId":"<id>"}' | examples/kcat/send.sh localhost:9092 confirm-order <order id> [command id]
set -eu
[ $# -ge 3 ] || { echo "usage: $0 BROKERS COMMAND KEY [ID]" >&2; exit 64; }
id=${4:-$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)}
# librdkafka picks partitions by CRC32 unless told otherwise; see examples/README.md.
kcat -P -b "$1" -t waybill.commands.v1 -k "$3" \
  -X topic.partitioner=murmur2_random -X enable.idempotence=true \
  -H ce_specversion=1.0 -H "ce_id=$id" -H ce_source=/examples/kcat \
  -H "ce_type=waybill.command.$2" -H content-type=application/json
echo "$id"
