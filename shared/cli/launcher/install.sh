#!/bin/sh
# Installs tocsin for one user: ./install.sh [PREFIX]. Needs the jar (from a release, or built) and Java 17, not Maven.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${1:-$HOME/.local}
jar=${TOCSIN_JAR:-}
for candidate in "$here/tocsin.jar" "$here/../target/tocsin.jar"; do
  [ -n "$jar" ] || [ ! -f "$candidate" ] || jar=$candidate
done
if [ -z "$jar" ] || [ ! -f "$jar" ]; then
  echo "install.sh: expected tocsin.jar beside this script, found none. Fix: put it there, or set TOCSIN_JAR" >&2
  exit 2
fi
mkdir -p "$prefix/bin" "$prefix/lib/tocsin"
cp "$jar" "$prefix/lib/tocsin/tocsin.jar"
cp "$here/tocsin" "$prefix/bin/tocsin"
chmod 755 "$prefix/bin/tocsin"
# An archive of the classes that an evaluation loads saves a fifth of its processor time. They are loaded by one that asks a closed port of
# this machine instead of AWS. Java takes it only for the jar's path as the launcher writes it.
lib=$(CDPATH='' cd -- "$prefix/bin" && pwd)/../lib/tocsin
rm -f "$lib/tocsin.jsa"
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
(
  cd "$lib"
  unset AWS_PROFILE TOCSIN_JAVA_OPTIONS
  export AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none AWS_EC2_METADATA_DISABLED=true
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:ArchiveClassesAtExit=$lib/tocsin.jsa" -jar "$lib/tocsin.jar" \
    evaluate --region us-east-1 --endpoint-url http://127.0.0.1:9 >/dev/null 2>&1
) || true
[ -f "$lib/tocsin.jsa" ] || echo "note: \`$java\` made no archive of classes, so that each start takes longer"
"$prefix/bin/tocsin" man --folder "$prefix/share/man/man1"
echo "installed $prefix/bin/tocsin"
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) echo "note: $prefix/bin is not on your PATH" ;;
esac
