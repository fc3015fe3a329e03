#!/bin/sh
# Builds and runs the application in a directory of its own; usage: run.sh OUTPUT.truth.csv
set -eu
here=$(cd "$(dirname "$0")" && pwd)
(cd "$here" && mvn -q compile dependency:copy-dependencies -DoutputDirectory=target/lib)
rm -rf /tmp/shop && mkdir /tmp/shop
cp -r "$here/target/classes" "$here/target/lib" /tmp/shop
cd /tmp/shop
"$JAVA_HOME/bin/java" -Duser.name=shop -cp 'classes:lib/*' shop.ShopApplication recorded.csv > console.log
python3 "$here/label.py" recorded.csv "$1"
