#!/bin/sh
# Maven builds of a small reactor: one that passes with warnings, one with failing tests, one that does
# not compile, one with a broken pom. usage: maven.sh OUTPUT.log
set -u
out=$(realpath "$1")
p=/srv/build
rm -rf $p && mkdir -p $p && cd $p
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example.shop</groupId><artifactId>shop</artifactId><version>2.14.0-SNAPSHOT</version><packaging>pom</packaging>
  <name>Shop</name>
  <modules><module>catalog</module><module>orders</module><module>web</module></modules>
  <properties><maven.compiler.source>8</maven.compiler.source><maven.compiler.target>8</maven.compiler.target></properties>
  <dependencies>
    <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><version>5.13.4</version><scope>test</scope></dependency>
    <dependency><groupId>ch.qos.logback</groupId><artifactId>logback-classic</artifactId><version>1.5.18</version></dependency>
  </dependencies>
  <build><plugins>
    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
  </plugins></build>
</project>
XML
module() {
  mkdir -p "$1/src/main/java/com/example/$1" "$1/src/test/java/com/example/$1" "$1/src/main/resources"
  cat > "$1/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>com.example.shop</groupId><artifactId>shop</artifactId><version>2.14.0-SNAPSHOT</version></parent>
  <artifactId>$1</artifactId><name>Shop :: $1</name>
  <dependencies>$2</dependencies>
</project>
XML
}
module catalog ''
module orders '<dependency><groupId>com.example.shop</groupId><artifactId>catalog</artifactId><version>${project.version}</version></dependency>'
module web '<dependency><groupId>com.example.shop</groupId><artifactId>orders</artifactId><version>${project.version}</version></dependency>'
echo 'currency=EUR' > catalog/src/main/resources/shop.properties
cat > catalog/src/main/java/com/example/catalog/Product.java <<'JAVA'
package com.example.catalog;
import java.util.*;
import org.slf4j.*;
public class Product {
  private static final Logger log = LoggerFactory.getLogger(Product.class);
  public final String sku; public final int cents;
  public Product(String sku, int cents) { this.sku = sku; this.cents = cents; log.info("Product {} costs {} cents", sku, cents); }
  @Deprecated public static List all() { List found = new ArrayList(); found.add(new Integer(3)); return found; }
}
JAVA
cat > catalog/src/test/java/com/example/catalog/ProductTest.java <<'JAVA'
package com.example.catalog;
import static org.junit.jupiter.api.Assertions.*;
import org.junit.jupiter.api.*;
class ProductTest {
  @Test void costs() { assertEquals(1250, new Product("LAMP-01", 1250).cents); }
  @Test void keepsSku() { assertEquals("X99", new Product("X99", 1).sku); }
  @Test @Disabled("until prices have a currency") void hasCurrency() {}
}
JAVA
cat > orders/src/main/java/com/example/orders/Order.java <<'JAVA'
package com.example.orders;
import com.example.catalog.Product;
import java.util.*;
public class Order {
  private final List<Product> lines = new ArrayList<>();
  public void add(Product p) { lines.add(p); }
  public int total() { int t = 0; for (Product p : lines) t += p.cents; return t; }
  public Product first() { return lines.get(0); }
}
JAVA
cat > orders/src/test/java/com/example/orders/OrderTest.java <<'JAVA'
package com.example.orders;
import static org.junit.jupiter.api.Assertions.*;
import com.example.catalog.Product;
import org.junit.jupiter.api.*;
class OrderTest {
  @Test void sums() { Order o = new Order(); o.add(new Product("A", 3)); o.add(new Product("B", 4)); assertEquals(7, o.total()); }
}
JAVA
cat > web/src/main/java/com/example/web/Page.java <<'JAVA'
package com.example.web;
import com.example.orders.Order;
public class Page { public String of(Order o) { return "<b>" + o.total() + "</b>"; } }
JAVA
build() { echo "\$ mvn -B $*"; mvn -B "$@" 2>&1; }
{
  build clean verify
  cat > orders/src/test/java/com/example/orders/FirstTest.java <<'JAVA'
package com.example.orders;
import static org.junit.jupiter.api.Assertions.*;
import com.example.catalog.Product;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
class FirstTest {
  @Test void emptyOrderHasNoFirst() { assertNull(new Order().first()); }
  @Test void totalIsNet() { Order o = new Order(); o.add(new Product("A", 300)); assertEquals(252, o.total(), "net total of " + o.first().sku); }
  @ParameterizedTest @ValueSource(ints = {1, 20, 300}) void sums(int cents) { Order o = new Order(); o.add(new Product("P" + cents, cents)); assertEquals(cents, o.total()); }
}
JAVA
  build verify
  build verify -Dmaven.test.failure.ignore=true -X -pl orders,catalog | grep -v -E '/root|/usr/share|mirror|Repositories|\[DEBUG\]   (Imported|Populating|Included|  )' | head -400
  rm orders/src/test/java/com/example/orders/FirstTest.java
  printf 'package com.example.web;\nclass Broken { int x = "three"; List<String> l; void f() { return 1; } }\n' > web/src/main/java/com/example/web/Broken.java
  build package -T 2
  rm web/src/main/java/com/example/web/Broken.java
  build verify -DskipTests -ntp
  sed -i 's|<artifactId>catalog</artifactId><version>.*</version></dependency>|<artifactId>catalogue</artifactId></dependency>|' orders/pom.xml
  build verify
  build no-such-phase
} | sed "s/$(uname -r)/6.1.0-28-amd64/" > "$out"
rm -rf $p
