#!/bin/sh
# Sends a command: send-command.sh host:port confirm-order <orderId> '{"orderId":"..."}' [command id]
#
# murmur2_random is not librdkafka's default, and without it kcat puts keys on other partitions than everybody else:
# the order of commands for one key would be lost.
set -eu
brokers=$1 command=$2 key=$3 value=$4
id=${5:-$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)}
printf '%s' "$value" | kcat -b "$brokers" -P -t waybill.commands.v1 -k "$key" -X topic.partitioner=murmur2_random \
  -H ce_specversion=1.0 -H "ce_id=$id" -H ce_source=/examples -H "ce_type=waybill.command.$command" \
  -H content-type=application/json
echo "$id"
