#!/bin/sh
# Runs every program once per shape and writes what it prints to ../<language>-<shape>.trace.
#
# usage: capture.sh WORK_DIRECTORY
#   Needs mvn, kotlin's compiler from Maven Central, scala, python3, go, node, gjs, ruby, php and
#   mono on the PATH; JAVA17 and JAVA25 name JDK homes, PYTHON313 a Python 3.13.
# Paths in the traces are those of WORK_DIRECTORY; the captured ones used /srv/shop.
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$1
mkdir -p "$work" && cp -r "$here"/* "$work" && cd "$work" || exit 1

# Both streams, as a container's runtime would see them.
save() {
  name=$1
  shift
  "$@" > "$here/../$name.trace" 2>&1
  true
}

mvn -q -B -f java/pom.xml dependency:copy-dependencies -DoutputDirectory="$work/lib"
jars=$(find lib -name '*.jar' | tr '\n' ':')

"$JAVA25/bin/javac" -d classes java/Checkout.java
for shape in uncaught chain suppressed lambda anonymous proxy reflect virtual async circular \
    multiline nullpointer loader dump; do
  save "java-$shape" "$JAVA25/bin/java" -cp classes com.acme.shop.Checkout $shape
done
"$JAVA25/bin/java" -cp classes com.acme.shop.Checkout overflow 2>&1 | head -40 > "$here/../java-overflow.trace"

"$JAVA17/bin/javac" -cp "$jars" -d logged java/Layouts.java java/Log4j.java
line='%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger - %msg%n'
save java-logback "$JAVA17/bin/java" -cp "logged:$jars" com.acme.shop.Layouts "$line%ex"
save java-logback-rootfirst "$JAVA17/bin/java" -cp "logged:$jars" com.acme.shop.Layouts "$line%rEx"
save java-logback-packaging "$JAVA17/bin/java" -cp "logged:$jars" com.acme.shop.Layouts "$line%xEx" x
save java-logback-short "$JAVA17/bin/java" -cp "logged:$jars" com.acme.shop.Layouts "$line%ex{3}"
save java-log4j "$JAVA17/bin/java" -cp "logged:$jars" com.acme.shop.Log4j '%d %p %c - %m%n'
save java-log4j-inline "$JAVA17/bin/java" -cp "logged:$jars" com.acme.shop.Log4j '%p %m %ex{full}%n'
save java-log4j-rootfirst "$JAVA17/bin/java" -cp "logged:$jars" com.acme.shop.Log4j '%m%n%rEx'

"$JAVA17/bin/java" -cp "$jars" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect \
  -cp "$jars" -d kotlin/classes kotlin/Checkout.kt 2> kotlin/compiler.log
for shape in stored suspend companion; do
  save "java-kotlin-$shape" "$JAVA17/bin/java" -cp "kotlin/classes:$jars" com.acme.shop.CheckoutKt $shape
done
(cd scala && JAVA_HOME=$JAVA17 scalac Checkout.scala 2> compiler.log)
for shape in closure lazy; do
  save "java-scala-$shape" env JAVA_HOME="$JAVA17" scala -cp scala com.acme.shop.Checkout $shape
done

for shape in uncaught cause context group nested_group recursion multiline empty syntax indent notes \
    logged stack_info; do
  save "python-$shape" "$PYTHON313" "$work/python/checkout.py" $shape
done
for shape in cause library thread pool asyncio faulthandler; do
  save "python-3.11-$shape" /usr/bin/python3 "$work/python/checkout.py" $shape
done

(cd go && go build -o shop . && go build -trimpath -o shop-trimmed . && go build -o stuck-shop ./stuck)
for shape in panic string named error index nil generic goroutine recovered repanicked http stack \
    pkgerrors; do
  save "go-$shape" go/shop $shape
done
save go-trimpath go/shop-trimmed http
save go-deadlock go/stuck-shop deadlock
save go-maps go/stuck-shop maps
save go-run sh -c 'cd go && go run . index'
go/stuck-shop overflow 2>&1 | head -24 > "$here/../go-overflow.trace"
timeout -s QUIT 1 go/stuck-shop sleep 2>&1 | head -34 > "$here/../go-quit.trace"

mkdir -p node/node_modules && mv node/gateway node/node_modules/gateway
for shape in uncaught constructor cause caught rejected aggregate all enoent code string reason array \
    evaluated getter json multiline event overflow trace; do
  save "javascript-$shape" node node/checkout.js $shape
done
save javascript-syntax node node/broken.js
save javascript-module node node/pay.mjs
save javascript-gecko sh -c 'gjs node/gecko.js 2>/dev/null'

for shape in uncaught cause block class_method no_method typo multiline library reversed logged rails \
    empty thread recursion; do
  save "ruby-$shape" ruby "$work/ruby/checkout.rb" $shape
done

for shape in uncaught chain static closure anonymous type multiline main logged laravel empty; do
  save "php-$shape" php -d display_errors=0 -d log_errors=1 -d error_log= "$work/php/checkout.php" $shape
done
save php-displayed php -d display_errors=1 -d log_errors=0 "$work/php/checkout.php" chain

(cd dotnet && mcs -debug Checkout.cs)
for shape in uncaught inner lambda async aggregate; do
  save "dotnet-mono-$shape" mono --debug dotnet/Checkout.exe $shape
done
