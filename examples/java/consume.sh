#!/bin/sh
# Prints what a topic holds, headers and key first, and ends when nothing comes for ten seconds, which is long enough to join a group on a busy machine.
#   examples/java/consume.sh localhost:9092 waybill.orders.v1 my-system
set -eu
[ $# -eq 3 ] || { echo "usage: $0 BROKERS TOPIC GROUP" >&2; exit 64; }
exec "$(dirname "$0")/kafka-tool.sh" org.apache.kafka.tools.consumer.ConsoleConsumer \
  --bootstrap-server "$1" --topic "$2" --group "$3" --from-beginning --isolation-level read_committed \
  --formatter-property print.headers=true --formatter-property print.key=true --timeout-ms 10000
