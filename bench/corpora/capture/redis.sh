#!/bin/sh
# A Redis master and its replica, writing to one file: saves, rewrites, resynchronisations, refused
# clients, a stuck script, a corrupt file. usage: redis.sh OUTPUT.log
set -u
out=$(realpath "$1")
home=/srv/redis
rm -rf $home && mkdir -p $home && cd $home
for name in a b; do
  cat > $name.conf <<CONF
port $([ $name = a ] && echo 16379 || echo 16380)
logfile $home/redis.log
dir $home
dbfilename $name.rdb
appendonly yes
appenddirname $name-aof
save 2 5
maxmemory 60mb
maxmemory-policy allkeys-lru
lua-time-limit 1000
enable-debug-command local
$([ $name = a ] && echo 'loglevel verbose' || echo 'replicaof 127.0.0.1 16379')
CONF
done
a() { redis-cli -p 16379 "$@" > /dev/null 2>&1; }
b() { redis-cli -p 16380 "$@" > /dev/null 2>&1; }
redis-server a.conf --daemonize yes
redis-server b.conf --daemonize yes
sleep 2
for round in 1 2 3 4; do
  redis-benchmark -p 16379 -q -n 2000 -c 8 -d 900 -r 90000 set key:__rand_int__ v > /dev/null
  redis-benchmark -p 16379 -q -n 300 -c 5 get key:1 > /dev/null
  a setex "session:$round" 1 x
  sleep 2.5
done
a bgsave; sleep 1
a bgrewriteaof; sleep 2
b set x 1                                   # read only
a config set maxclients 33; redis-benchmark -p 16379 -q -n 90 -c 12 get x > /dev/null 2>&1; a config set maxclients 9000
python3 -c "
import socket
for text in (b'POST / HTTP/1.1\r\nHost: x\r\n\r\n', b'*3\r\n\$99999999999\r\n'):
    s = socket.create_connection(('127.0.0.1', 16379)); s.sendall(text); s.settimeout(1)
    try: s.recv(100)
    except OSError: pass
"
for round in 1 2 3; do
  b replicaof no one; sleep 1
  a set x $round
  b replicaof 127.0.0.1 16379; sleep 2
  a client kill type replica; sleep 1
done
(a eval 'while true do end' 0 &) ; sleep 2; a ping; a script kill; sleep 1
b debug sleep 1
a debug change-repl-id; a client kill type replica; sleep 2
a flushall; sleep 1
b shutdown nosave; sleep 1
a set y 1; a debug jmap; a config set save '1 1'; a set z 1; sleep 3
a shutdown save; sleep 1
redis-server a.conf --daemonize yes --appendonly no; sleep 1
a config rewrite; redis-cli -p 16379 shutdown save; sleep 1
truncate -s -5 a.rdb
redis-server a.conf --daemonize yes --appendonly no; sleep 1
truncate -s -3 "$(ls a-aof/*.incr.aof | tail -1)" 2> /dev/null
redis-server a.conf --daemonize yes; sleep 1
a shutdown nosave; sleep 1
redis-server a.conf --port 1 --bind 203.0.113.9 --daemonize yes; sleep 1
cp $home/redis.log "$out"
rm -rf $home
