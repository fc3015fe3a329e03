#!/bin/sh
# What Maven has done in this directory: `build.sh build` makes the files for browsers, `build.sh test`
# checks and tests them. Neither needs the network once the libraries are there.
set -eu
cd "$(dirname "$0")"

stop() {
  printf 'dashboard: %s\n' "$@" >&2
  exit 69
}

find_node() {
  command -v node >/dev/null && command -v npm >/dev/null || stop \
    'no Node.js found, which the dashboard is built with. Winnow needs 20.19 or newer, with npm:' \
    '  Debian, Ubuntu  sudo apt install nodejs npm   (or a newer one of https://deb.nodesource.com)' \
    '  Fedora          sudo dnf install nodejs' \
    '  macOS           brew install node' \
    'A release has it built in, and needs no Node.js.'
  version=$(node --version)
  node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' || stop \
    "the dashboard is built with Node.js 20.19 or newer, but $(command -v node) is $version;" \
    'put a newer one before it on the PATH'
}

# Installs the libraries, unless those of this lock file are there.
install() {
  cmp -s package-lock.json node_modules/.winnow-lock && return 0
  npm ci --no-audit --no-fund || stop \
    "the dashboard's libraries could not be installed; the first build needs $(npm config get registry)"
  cp package-lock.json node_modules/.winnow-lock
}

# True if something that the files for browsers are made of is newer than they are. A directory counts, so
# that a removed file is seen.
is_stale() {
  [ -e target/built ] && [ -e target/classes/META-INF/resources/dashboard/index.html ] || return 0
  [ -n "$(find index.html package.json package-lock.json vite.config.ts tsconfig.json build.sh public scripts src \
    -newer target/built)" ]
}

find_node
install
mkdir -p target
case ${1:-} in
  build)
    is_stale || exit 0
    : >target/started
    npm run --silent build
    mv target/started target/built
    ;;
  test)
    npm run --silent check -- --reporter=default --reporter=junit \
      --outputFile.junit=target/surefire-reports/TEST-dashboard.xml
    ;;
  *) stop 'what is to be done? build, or test' ;;
esac
