#!/bin/sh
# Shows what happens to orders, as it happens: watch-orders.sh host:port [kcat options, such as -e to stop at the end]
# kcat is in Debian and Homebrew.
set -eu
brokers=$1
shift
exec kcat -b "$brokers" -C -t waybill.orders.v1 -o beginning -q -u \
  -f '%k  %h  %s\n' "$@"
