#!/bin/sh
# npm with --loglevel silly: installs, audits, a script that fails, a version that does not exist, a
# broken package.json. usage: npm.sh OUTPUT.log
set -u
out=$(realpath "$1")
home=/srv/web
rm -rf $home && mkdir -p $home/.npm && cd $home
export HOME=$home npm_config_cache=$home/.npm npm_config_update_notifier=false
cat > package.json <<'JSON'
{ "name": "web", "version": "1.4.0", "private": true,
  "scripts": { "build": "node -e \"console.log('built 3 files')\"", "test": "node -e \"console.error('2 of 14 tests failed'); process.exit(1)\"" },
  "dependencies": { "pino": "9.5.0", "mkdirp": "0.5.1" }, "devDependencies": { "semver": "^7.0.0" } }
JSON
run() { npm --loglevel "$@" 2>&1 < /dev/null; }
{
  run silly install --no-audit --no-fund
  run http install ms@2.0.0 request@2.88.2 --no-audit
  run verbose run build
  run verbose test
  run verbose install pino@99.99.99
  run verbose ci --offline --cache=$home/none
  run info uninstall mkdirp
  run verbose ls --all
  echo '{ "name": "web", }' > package.json
  run verbose install
} | sed -e 's#https://[a-z0-9.-]*/#https://registry.example.org/#g' -e "s/$(uname -r)/6.1.0-28-amd64/" > "$out"
rm -rf $home
