#!/bin/sh
# Tests the dashboard in a browser: installs the program as a user has it, out of the jars that the build
# has just packaged, and has the pages of its server looked at. Arguments go to Playwright.
set -eu
cd "$(dirname "$0")"
root=$(cd .. && pwd)
home=$PWD/target/browse
program=$home/target/winnow/program

rm -rf "$home"
mkdir -p "$program/cli" "$program/server"
printf 'program\n' >"$home/target/winnow/current"
cp "$root/winnow" "$home"
cp "$root/cli/src/main/launcher/launch.sh" "$program"
cp "$root"/cli/target/lib/*.jar "$program/cli"
cp "$root"/server/target/lib/*.jar "$program/server"
# It comes first on the class path, as where the launcher builds.
cp "$root"/server/target/winnow-server-*-runner.jar "$program/server/0-winnow-server.jar"

WINNOW=$home/winnow exec sh "$root/dashboard/build.sh" browse "$@"
