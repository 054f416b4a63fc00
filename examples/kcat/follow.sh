#!/bin/sh
# Prints what a topic holds about one key, oldest first: type, version in its stream, id, value.
#   examples/kcat/follow.sh localhost:9092 waybill.orders.v1 <order id>
set -eu
[ $# -eq 3 ] || { echo "usage: $0 BROKERS TOPIC KEY" >&2; exit 64; }
tab=$(printf '\t')
kcat -C -q -e -o beginning -b "$1" -t "$2" -f '%k\t%h\t%s\n' | awk -F "$tab" -v key="$3" '
  $1 == key {
    split("", header)
    for (n = split($2, pairs, ","); n > 0; n--) {
      at = index(pairs[n], "=")
      header[substr(pairs[n], 1, at - 1)] = substr(pairs[n], at + 1)
    }
    print header["ce_type"] "\t" header["ce_streamversion"] "\t" header["ce_id"] "\t" $3
  }'
