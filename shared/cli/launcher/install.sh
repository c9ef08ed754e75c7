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
"$prefix/bin/tocsin" man --folder "$prefix/share/man/man1"
echo "installed $prefix/bin/tocsin"
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) echo "note: $prefix/bin is not on your PATH" ;;
esac
