#!/bin/sh
# What is done in this directory, by Maven and by hand. Nothing needs the network once the libraries and
# Chromium are there.
#
#   build.sh build                makes the files for browsers
#   build.sh test                 checks and tests them
#   build.sh size                 says how much JavaScript a browser loads first
#   build.sh browse [ARGUMENTS]   tests the pages of a packaged server in Chromium; arguments go to Playwright
#   build.sh picture              takes pictures of them all, into target/pictures or where PICTURES says
#   build.sh measure              measures the pages of a running server, SERVER, as bench/dashboard.sh wants it
#
# WINNOW    the launcher of the program whose pages are looked at; the one of this checkout by default
# CHROMIUM  the browser
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

# Sets CHROMIUM to a browser that is there, or is installed where that needs no password.
find_chromium() {
  [ -z "${CHROMIUM:-}" ] || return 0
  look_for_chromium && return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    printf 'dashboard: installing Chromium\n' >&2
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
      chromium-headless-shell fonts-noto-color-emoji >/dev/null || :
    look_for_chromium && return 0
  fi
  stop 'no Chromium found, in which the pages are tested; CHROMIUM may name one. To get one:' \
    '  Debian   sudo apt install chromium-headless-shell' \
    '  Ubuntu   sudo snap install chromium' \
    '  Fedora   sudo dnf install chromium' \
    '  macOS    brew install --cask chromium'
}

# The one without windows, buttons and tabs needs half the time of the others.
look_for_chromium() {
  for candidate in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
    /Applications/Chromium.app/Contents/MacOS/Chromium \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    CHROMIUM=$(command -v "$candidate") && export CHROMIUM && return 0
  done
  return 1
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
  size)
    node scripts/check-size.mjs
    ;;
  browse)
    shift
    find_chromium
    npx --no-install playwright test --project=tests "$@"
    ;;
  picture | measure)
    find_chromium
    npx --no-install playwright test --project="$1" --reporter=line
    ;;
  *) stop 'what is to be done? build, test, size, browse, picture, or measure' ;;
esac
