#!/bin/sh
# Sends a record for each line of the standard input: headers, key and value, with tabs between them.
#   printf 'ce_specversion:1.0,ce_id:...\tMUG-BLUE\t{"sku":"MUG-BLUE","quantity":5}\n' |
#     examples/java/produce.sh localhost:9092 waybill.commands.v1
set -eu
[ $# -ge 2 ] || { echo "usage: $0 BROKERS TOPIC [OPTION OF THE CONSOLE PRODUCER ...]" >&2; exit 64; }
brokers=$1
topic=$2
shift 2
exec "$(dirname "$0")/kafka-tool.sh" org.apache.kafka.tools.ConsoleProducer \
  --bootstrap-server "$brokers" --topic "$topic" --command-property acks=all \
  --reader-property parse.headers=true --reader-property parse.key=true "$@"
