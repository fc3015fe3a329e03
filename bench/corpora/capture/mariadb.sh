#!/bin/sh
# A MariaDB server with refused logins, slow statements, deadlocks, lost clients and a crash.
# usage: mariadb.sh ERROR.log SLOW.log
set -u
error=$(realpath "$1"); slow=$(realpath "$2")
home=/srv/mariadb
rm -rf $home && mkdir -p $home && chown mysql $home && cd $home
mariadb-install-db --user=mysql --datadir=$home/data --auth-root-authentication-method=normal --skip-test-db > /dev/null 2>&1
start() {
  mariadbd --no-defaults --user=mysql --datadir=$home/data --socket=$home/s --port=13306 --bind-address=127.0.0.1 --pid-file=$home/pid \
    --log-error=$home/error.log --log-warnings=4 --slow-query-log --slow-query-log-file=$home/slow.log --long-query-time=0.05 \
    --log-slow-verbosity=query_plan,explain --innodb-print-all-deadlocks --innodb-buffer-pool-size=16M --innodb-log-file-size=8M \
    --max-connections=12 --wait-timeout=3 --net-read-timeout=2 --max-allowed-packet=1M --innodb-lock-wait-timeout=1 "$@" &
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do mariadb-admin --socket=$home/s -uroot ping > /dev/null 2>&1 && break; sleep .5; done
}
q() { mariadb --no-defaults --socket=$home/s -uroot -f "$@" > /dev/null 2>&1; }
start
q -e "create database shop; create user web@'127.0.0.1' identified by 'x'; grant all on shop.* to web@'127.0.0.1'; create user old@'127.0.0.1' account lock;
  use shop; create table orders (id int auto_increment primary key, customer int, sku varchar(20), note text) engine=innodb; create table legacy (id int) engine=myisam;"
q shop -e "insert into orders (customer, sku, note) select seq % 977, concat('SKU-', seq % 400), repeat('x', seq % 90) from seq_1_to_60000;"
web() { mariadb --no-defaults -h127.0.0.1 -P13306 -uweb -px shop "$@" > /dev/null 2>&1; }
for i in 1 2 3 4 5 6 7; do
  web -e "select count(*) from orders where note like '%x$i%' or sku = 'SKU-$i'"
  web -e "select sku, count(*) c from orders group by sku order by c desc limit $i"
  web -e "select a.id from orders a join orders b on a.customer = b.customer where a.sku = 'SKU-$i' and length(b.note) > 50"
  web -e "update orders set note = concat(note, '$i') where customer % 7 = $i"
  web -e "select sleep(0.1$i)"
  mariadb --no-defaults -h127.0.0.1 -P13306 -u"guest$i" -py -e 'select 1' > /dev/null 2>&1
  mariadb --no-defaults -h127.0.0.1 -P13306 -uweb -pwrong$i -e 'select 1' > /dev/null 2>&1
  mariadb --no-defaults -h127.0.0.1 -P13306 -uweb -px "db_$i" -e 'select 1' > /dev/null 2>&1
done
mariadb --no-defaults -h127.0.0.1 -P13306 -uold shop -e 'select 1' > /dev/null 2>&1
deadlock() { q shop -e "start transaction; update orders set note = '' where id = $1; select sleep(0.5); update orders set note = '' where id = $2; commit"; }
for i in 1 2; do deadlock $i 9$i & deadlock 9$i $i & sleep 1.5; done
(q shop -e "start transaction; update orders set note = '' where id = 5; select sleep(2)" &) ; sleep .3; web -e "update orders set note = 'y' where id = 5"
for i in $(seq 18); do (web -e 'select sleep(1)' &) ; done; sleep 2
python3 - <<'RAW'
import socket, time
def client(text, hold):
    s = socket.create_connection(('127.0.0.1', 13306)); s.recv(200)
    if text: s.sendall(text)
    time.sleep(hold); s.close()
client(b'', .1); client(b'GET / HTTP/1.1\r\n\r\n', .2); client(b'\x01\x00\x00\x01\x00', .2)
RAW
(sleep 5 | mariadb --no-defaults -h127.0.0.1 -P13306 -uweb -px shop > /dev/null 2>&1 &) ; sleep 4.5
(web -e 'select sleep(30)' &) ; sleep .4; q -e "kill $(mariadb --no-defaults --socket=$home/s -uroot -N -e "select id from information_schema.processlist where info like 'select sleep(30)%'" 2>/dev/null)"
head -c 3000000 /dev/zero | tr '\0' 'a' | sed "1s/^/insert into orders (note) values ('/; \$s/\$/');/" | mariadb --no-defaults -h127.0.0.1 -P13306 -uweb -px --max-allowed-packet=16M shop > /dev/null 2>&1
q -e "insert into shop.legacy select seq from seq_1_to_1000"; head -c 700 /dev/urandom > data/shop/legacy.MYI; q -e "flush tables; check table shop.legacy; select * from shop.legacy; repair table shop.legacy"
q -e "set global innodb_buffer_pool_size = 33554432; set global max_connections = 20; set global event_scheduler = on"
q shop -e "create event tidy on schedule every 1 second do delete from no_such_table"; sleep 3
(q shop -e "update orders set note = repeat('z', 80)" &) ; sleep .3; kill -9 "$(cat pid)"; sleep 1
start; sleep 2; q shop -e "drop event tidy"; mariadb-admin --no-defaults --socket=$home/s -uroot shutdown; sleep 2
start --innodb-force-recovery=9
mariadb-admin --no-defaults --socket=$home/s -uroot shutdown; sleep 2
start --default-storage-engine=rocket
cat error.log > "$error"; cat slow.log > "$slow"
cd / && rm -rf $home
