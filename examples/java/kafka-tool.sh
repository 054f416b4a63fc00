#!/bin/sh
# Runs a class of Kafka's own tools from the jars of `npm run kafka`, fetched with Maven if they are not here yet.
#   examples/java/kafka-tool.sh org.apache.kafka.tools.consumer.ConsoleConsumer --help
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
jars=$(cd "$root" && node --input-type=module -e "
  import { fetchJars, hasJars, jarsOf, versions } from './scripts/kafka-jars.mjs';
  console.log(hasJars(versions[0]) ? jarsOf(versions[0]) : await fetchJars(versions[0]));")
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp "$jars/*" "$@"
