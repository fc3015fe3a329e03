#!/bin/sh
# The console of the application in ../generators/spring-boot, with most of its debug output off.
# Run ../generators/spring-boot/run.sh first: it builds. usage: spring-boot.sh OUTPUT.log
set -eu
out=$(realpath "$1")
cd /tmp/shop
LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_WEB_SERVLET=info LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_ORM_JPA=info \
LOGGING_LEVEL_ORG_HIBERNATE_SQL=info LOGGING_LEVEL_COM_ZAXXER_HIKARI=info \
  "$JAVA_HOME/bin/java" -Duser.name=shop -cp 'classes:lib/*' shop.ShopApplication recorded.csv > "$out"
