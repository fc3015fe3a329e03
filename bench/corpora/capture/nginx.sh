#!/bin/sh
# nginx under load, with what goes wrong at a web server: missing files, a dead and a slow upstream,
# rate limits, large bodies, a worker that is killed. usage: nginx.sh ACCESS.log ERROR.log
set -u
access=$(realpath "$1"); error=$(realpath "$2")
home=/srv/nginx
rm -rf $home && mkdir -p $home/www/img $home/www/private $home/tmp && cd $home
echo '<h1>shop</h1>' > www/index.html; head -c 20000 /dev/urandom > www/img/logo.png; chmod 000 www/private
cat > nginx.conf <<'CONF'
user www-data;
worker_processes 2;
pid nginx.pid;
error_log error.log info;
events { worker_connections 64; }
http {
    log_format main '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" rt=$request_time uct="$upstream_connect_time" urt="$upstream_response_time"';
    access_log access.log main;
    set_real_ip_from 127.0.0.1;
    real_ip_header X-Forwarded-For;
    client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
    client_max_body_size 8k;
    client_header_timeout 2s;
    limit_req_zone $binary_remote_addr zone=login:1m rate=2r/s;
    upstream api { server 127.0.0.1:18091 max_fails=3 fail_timeout=2s; server 127.0.0.1:18092 max_fails=3 fail_timeout=2s; }
    server {
        listen 127.0.0.1:18090;
        server_name shop.example.com;
        root www;
        location / { }
        location /login { limit_req zone=login burst=2; try_files /index.html =404; }
        location /api/ { proxy_pass http://api; proxy_read_timeout 1s; proxy_connect_timeout 1s; }
        location /old { return 301 https://shop.example.com/; }
        location /loop { rewrite ^/loop/(.*) /loop/$1x last; }
        location /fcgi { fastcgi_pass unix:/run/php/missing.sock; }
    }
}
CONF
python3 - <<'APP' &
import http.server, time
class App(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if 'slow' in self.path: time.sleep(1.5)
        if 'reset' in self.path: return
        self.send_response(500 if 'fail' in self.path else 200); self.end_headers()
        try: self.wfile.write(b'{"ok":true}\n')
        except OSError: pass
    do_POST = do_GET
    def log_message(self, *_): pass
http.server.ThreadingHTTPServer(('127.0.0.1', 18091), App).serve_forever()
APP
app=$!
nginx -p $home -c nginx.conf -e error.log
sleep 1
cat > load.lua <<'LUA'
math.randomseed(7)
local paths = { "/", "/", "/index.html", "/img/logo.png", "/api/orders/%d", "/api/cart?id=%d", "/missing/%d.html", "/login?next=%%2F", "/old/%d" }
request = function()
  local path = string.format(paths[math.random(#paths)], math.random(9999))
  return wrk.format("GET", path, { ["X-Forwarded-For"] = "203.0.113." .. math.random(250), ["User-Agent"] = math.random() < .8 and "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0" or "curl/8.5.0" })
end
LUA
wrk -t1 -c2 -d1s -s load.lua http://127.0.0.1:18090 > /dev/null
head -n 700 access.log > busy.log; : > access.log
get() { curl -s -o /dev/null --path-as-is -H "X-Forwarded-For: 198.51.100.$(( $$ % 3 + $1 ))" "$2" "http://127.0.0.1:18090$3"; }
for i in 1 2 3 4 5 6 7 8; do
  get $i -A'Googlebot/2.1 (+http://www.google.com/bot.html)' "/products/lamp-$i"
  get $i -uadmin:x "/private/report-$i.pdf"
  get 1 -eshop.example.com "/login?user=bob&try=$i" &
  get 2 -XPOST "/api/orders/$i"
  get 3 -I "/img/"
  get $i -g "/api/slow/$i" &
  get $i -g "/api/reset/$i"
  get $i -g "/api/fail?code=$i"
done
wait_for_jobs() { sleep 3; }
wait_for_jobs
head -c 9000 /dev/zero | curl -s -o /dev/null --data-binary @- http://127.0.0.1:18090/api/upload
get 1 -g '/loop/a'; get 1 -g '/fcgi/index.php'; get 2 -g '/../../etc/passwd'; get 2 -g '/%ff%fe'; get 1 -XTRACE '/'
python3 - <<'RAW'
import socket, time
def send(*parts, wait=.3):
    s = socket.create_connection(('127.0.0.1', 18090))
    for part in parts:
        s.sendall(part); time.sleep(.1)
    s.settimeout(wait)
    try: s.recv(1000)
    except OSError: pass
    s.close()
send(b'\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03')
send(b'GET / HTTP/1.1\r\n\r\n')
send(b'GET / HTTP/9.1\r\nHost: x\r\n\r\n')
send(b'GET /' + b'a' * 9000 + b' HTTP/1.1\r\n\r\n')
send(b'GET / HTTP/1.1\r\nHost: x\r\nX: ' + b'a' * 40000 + b'\r\n\r\n')
send(b'GET / HTTP/1.1\r\nHost: x', wait=3)
send(b'POST /api/orders HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n')
send(b'GET /api/slow/9 HTTP/1.1\r\nHost: x\r\n\r\n', wait=.2)
send(b'hello\r\n')
RAW
kill $app; sleep .5
for i in 1 2 3 4 5; do get $i -g "/api/orders/$i"; done
for i in $(seq 90); do (python3 -c "
import socket, time
s = socket.create_connection(('127.0.0.1', 18090)); time.sleep(1.5)" &) ; done
sleep 3.5
kill -HUP "$(cat nginx.pid)"; sleep 1
kill -9 "$(ps -o pid= --ppid "$(cat nginx.pid)" | head -1)"; sleep 1
echo 'bogus on;' >> nginx.conf; nginx -p $home -c nginx.conf -e error.log -s reload 2> /dev/null; sed -i '$d' nginx.conf
mv access.log access.log.1; kill -USR1 "$(cat nginx.pid)"; sleep .5
nginx -p $home -c nginx.conf -e error.log -s quit; sleep 1
cat busy.log access.log.1 access.log > "$access"; sed "s/OS: Linux .*/OS: Linux 6.1.0-28-amd64/" error.log > "$error"
cd / && rm -rf $home
