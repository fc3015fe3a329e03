#!/bin/sh
# A PostgreSQL server under pgbench with errors, slow statements, locks, autovacuum, checkpoints and a
# crash. usage: postgresql.sh OUTPUT.log
set -u
out=$(realpath "$1")
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
home=/srv/postgresql
rm -rf $home && mkdir -p $home && chown postgres $home && cd $home
as_postgres() { runuser -u postgres -- "$@"; }
as_postgres "$bin/initdb" -D $home/data -A trust > /dev/null
cat >> $home/data/postgresql.conf <<CONF
port = 15432
unix_socket_directories = '$home'
listen_addresses = '127.0.0.1'
log_line_prefix = '%m [%p] %q%u@%d '
log_timezone = 'UTC'
log_min_duration_statement = 150
log_connections = on
log_disconnections = on
log_checkpoints = on
log_lock_waits = on
log_temp_files = 0
log_autovacuum_min_duration = 0
autovacuum_naptime = 2
deadlock_timeout = 300ms
work_mem = 1MB
max_connections = 14
checkpoint_timeout = 30s
max_wal_size = 32MB
min_wal_size = 32MB
CONF
start() { as_postgres "$bin/pg_ctl" -D $home/data -l $home/server.log -w start > /dev/null; }
q() { as_postgres "$bin/psql" -h 127.0.0.1 -p 15432 -qAt "$@" > /dev/null 2>&1; }
start
q -c 'create role shop login' -c 'create role "web-app" login' -c 'create database shop owner shop'
as_postgres "$bin/pgbench" -h 127.0.0.1 -p 15432 -i -s 4 -q -U shop shop > /dev/null 2>&1
as_postgres "$bin/pgbench" -h 127.0.0.1 -p 15432 -c 4 -T 12 -U shop shop > /dev/null 2>&1 &
for i in 1 2 3 4 5 6; do
  q -U shop shop -c "select * from orders where id = $i"
  q -U shop shop -c "selec $i"
  q -U shop shop -c "insert into pgbench_branches values ($i, 0, '')"
  q -U shop shop -c "select 1/0"
  q -U "nobody$i" shop -c 'select 1'
  q -U shop shop -c "select pg_sleep(0.$i)"
done
q -U shop "shop_$i" -c 'select 1'
q -U web-app shop -c 'delete from pgbench_history'
q -U shop shop -c "select 'x'::int"
q -U shop shop -c "select to_date('2026-13-41', 'YYYY-MM-DD')"
q -U shop shop -c "select count(*) from (select aid, abalance, filler from pgbench_accounts order by filler, abalance) t"
q -U shop shop -c 'create table items (id int primary key, name text not null check (length(name) > 2), branch int references pgbench_branches(bid))'
q -U shop shop -c "insert into items values (1, null, 1)"
q -U shop shop -c "insert into items values (2, 'x', 1)"
q -U shop shop -c "insert into items values (3, 'lamp', 77)"
q -U shop shop -c "create table items (id int)"
q -U shop shop -c "select nope(3), nothing from items"
q -U shop shop -c "set statement_timeout = 200; select pg_sleep(5)"
q -U shop shop -c "set lock_timeout = '200ms'; begin; lock table items; commit"
q -U shop shop -c "begin; select 1/0; select 2; commit"
q -U shop shop -c "vacuum full verbose pgbench_history"
q -U shop shop -c "do \$\$ begin raise warning 'stock of % is low: %', 'SKU-10442', 3; end \$\$"
deadlock() {
  q -U shop shop -c "begin; update pgbench_accounts set abalance = 0 where aid = $1; select pg_sleep(0.5); update pgbench_accounts set abalance = 0 where aid = $2; commit"
}
deadlock 1 2 & deadlock 2 1 & sleep 3
(q -U shop shop -c "begin; lock table items; select pg_sleep(1.5)" &) ; sleep .3
q -U shop shop -c "insert into items values (7, 'boots', 1)"
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do (q -U shop shop -c 'select pg_sleep(1)' &) ; done
sleep 3
q -U shop shop -c "update pgbench_accounts set abalance = abalance + 1"
q -U shop shop -c "delete from pgbench_accounts where aid % 3 = 0"
sleep 5
q -c 'alter system set work_mem = '"'2MB'"'' ; q -c "select pg_reload_conf()"; sleep 1
echo 'shared_buffers = lots' >> $home/data/postgresql.auto.conf; as_postgres "$bin/pg_ctl" -D $home/data reload > /dev/null; sleep 1
sed -i '/lots/d' $home/data/postgresql.auto.conf
(q -U shop shop -c 'select pg_sleep(60)' &) ; sleep .5
q -c "select pg_cancel_backend(pid) from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()"
(q -U shop shop -c 'select pg_sleep(61)' &) ; sleep .5
q -c "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(61)%' and pid <> pg_backend_pid()"
printf 'GET / HTTP/1.1\r\n\r\n' | timeout 1 python3 -c "
import socket, sys
s = socket.create_connection(('127.0.0.1', 15432)); s.sendall(sys.stdin.buffer.read()); s.recv(100)"
q -U shop shop -c 'checkpoint'; q -c 'checkpoint'
(q -U shop shop -c 'select pg_sleep(62)' &) ; sleep .5
kill -9 "$(as_postgres "$bin/psql" -h 127.0.0.1 -p 15432 -qAt -c "select pid from pg_stat_activity where query like '%pg_sleep(62)' and pid <> pg_backend_pid()")"; sleep 3
as_postgres "$bin/pg_ctl" -D $home/data -m immediate stop > /dev/null; start
as_postgres "$bin/pgbench" -h 127.0.0.1 -p 15432 -c 2 -T 4 -U shop shop > /dev/null 2>&1
q -c 'drop database shop'; q -U shop shop -c 'select 1'
as_postgres "$bin/pg_ctl" -D $home/data -m fast stop > /dev/null
cp $home/server.log "$out"; chown root "$out"; chmod 644 "$out"
rm -rf $home
