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
# An archive of the classes that an evaluation loads saves a quarter of its processor time. One is rehearsed, of an account whose answers are
# in the jar, to list them. Java takes the archive only for the jar's path as the launcher writes it.
lib=$(CDPATH='' cd -- "$prefix/bin" && pwd)/../lib/tocsin
rm -f "$lib/tocsin.jsa" "$lib/tocsin.classes"
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
(
  cd "$lib"
  unset AWS_PROFILE TOCSIN_JAVA_OPTIONS
  export AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none AWS_EC2_METADATA_DISABLED=true
  "$java" -Xshare:off -XX:TieredStopAtLevel=1 -XX:DumpLoadedClassList=tocsin.classes -cp "$lib/tocsin.jar" dev.tocsin.cli.Rehearsal
  "$java" -Xshare:dump -XX:+UseSerialGC -XX:SharedClassListFile=tocsin.classes "-XX:SharedArchiveFile=$lib/tocsin.jsa" -cp "$lib/tocsin.jar"
) >/dev/null 2>&1 || true
rm -f "$lib/tocsin.classes"
[ -f "$lib/tocsin.jsa" ] || echo "note: \`$java\` made no archive of classes, so that each start takes longer"
"$prefix/bin/tocsin" man --folder "$prefix/share/man/man1"
echo "installed $prefix/bin/tocsin"
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) echo "note: $prefix/bin is not on your PATH" ;;
esac
