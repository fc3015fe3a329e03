#!/bin/sh
# A small server's syslog, written by rsyslog: sshd, sudo, su, useradd, cron, postfix, HAProxy and
# shell scripts that call logger. It runs in namespaces of its own, on a copy of /etc, under the host
# name shop-1. usage: syslog.sh OUTPUT_DIRECTORY
#   auth.log            sshd, sudo, su, useradd; the traditional layout
#   mail.log            postfix; the traditional layout
#   syslog.log          all but auth: cron, postfix, HAProxy, rsyslog, logger; RFC 3339 times
#   syslog-rfc5424.log  logger with structured data; RFC 5424
set -u
if [ "${1:-}" != inside ]; then
  out=$(realpath "$1")
  exec unshare --uts --mount --pid --ipc --fork --mount-proc "$0" inside "$out"
fi
out=$2
hostname shop-1
cd /srv
w=/srv/syslog
mkdir -p $w/etc $w/log $w/home $w/run $w/spool
cp -a /etc/. $w/etc; cp -a /var/spool/. $w/spool
mount --bind $w/etc /etc
mount --bind $w/log /var/log
mount --bind $w/home /home
mount --bind $w/run /run
mount --bind $w/spool /var/spool
echo shop-1 > /etc/hostname; echo shop-1.example.com > /etc/mailname; printf '127.0.0.1 localhost\n127.0.1.1 shop-1.example.com shop-1\n' > /etc/hosts
mkdir -p /run/sshd /run/sudo /run/lock
cat > /etc/rsyslog.conf <<'CONF'
module(load="imuxsock" SysSock.RateLimit.Interval="0")
module(load="imudp")
input(type="imudp" address="127.0.0.1" port="1514")
$umask 0022
auth,authpriv.*  action(type="omfile" file="/var/log/auth.log" template="RSYSLOG_TraditionalFileFormat") & stop
mail.*           action(type="omfile" file="/var/log/mail.log" template="RSYSLOG_TraditionalFileFormat")
local1.*         action(type="omfile" file="/var/log/syslog-rfc5424.log" template="RSYSLOG_SyslogProtocol23Format") & stop
*.*              action(type="omfile" file="/var/log/syslog.log" template="RSYSLOG_FileFormat")
CONF
rsyslogd
sleep 1

# accounts
groupadd deployers
for user in deploy bob carol dave; do useradd -m -s /bin/bash -c "$user of shop" $user; echo "$user:secret-$user" | chpasswd; done
usermod -aG sudo deploy; usermod -aG deployers bob; gpasswd -a carol deployers > /dev/null; chage -M 90 carol
useradd -m temp; userdel -r temp 2> /dev/null; useradd bob 2> /dev/null
echo 'Defaults lecture=never' > /etc/sudoers.d/shop; echo 'deploy ALL=(ALL) NOPASSWD: /usr/bin/id, /bin/ls' >> /etc/sudoers.d/shop; chmod 440 /etc/sudoers.d/shop

# cron
printf '* * * * * root /bin/true\n*/3 * * * * deploy /usr/local/bin/reindex --shard 4\n* * * * * bob cd /home/bob && ls > /dev/null\n*/2 * * * * root logger -t backup "snapshot $$ of /var/lib/shop written, 1843 files, 22.4 MB"\n* * * * * carol echo mail me\n' > /etc/cron.d/shop
echo '* * * * * nobody3 /bin/true' > /etc/cron.d/broken
rm -f /etc/cron.d/e2scrub_all /etc/cron.d/php
cron

# mail
postconf -e myhostname=shop-1.example.com 'mydestination=$myhostname, localhost' inet_interfaces=127.0.0.1 inet_protocols=ipv4 mynetworks=127.0.0.1/32 maillog_file= 'smtpd_relay_restrictions=permit_mynetworks, reject_unauth_destination' compatibility_level=3.6 transport_maps=inline:{example.org=smtp:[127.0.0.1]:2526} minimal_backoff_time=20s queue_run_delay=20s message_size_limit=40000 default_database_type=hash alias_maps=
postconf -M 'smtp/inet=2527 inet n - n - - smtpd'
for service in $(postconf -M | awk '$5 == "y" {print $1"/"$2}'); do postconf -F "$service/chroot=n"; done
postfix start > /dev/null 2>&1

# load balancer
cat > $w/haproxy.cfg <<'CONF'
global
    log /dev/log local0
    daemon
    pidfile /run/haproxy.pid
defaults
    mode http
    log global
    option httplog
    timeout connect 1s
    timeout client 2s
    timeout server 2s
frontend www
    bind 127.0.0.1:18100
    default_backend app
backend app
    option httpchk GET /health
    server app1 127.0.0.1:18101 check inter 500ms
    server app2 127.0.0.1:18102 check inter 700ms
CONF
haproxy -f $w/haproxy.cfg > /dev/null 2>&1
mkdir $w/www; touch $w/www/health

# ssh
mkdir -p /home/deploy/.ssh; ssh-keygen -q -t ed25519 -N '' -f $w/key; cp $w/key.pub /home/deploy/.ssh/authorized_keys; ssh-keygen -q -t rsa -N '' -f $w/other; chown -R deploy /home/deploy/.ssh
printf 'MaxAuthTries 3\nPort 2222\nListenAddress 127.0.0.1\nLogLevel VERBOSE\nLoginGraceTime 3\nMaxStartups 4:80:6\n' > /etc/ssh/sshd_config.d/shop.conf
/usr/sbin/sshd
s="-p 2222 -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o NumberOfPasswordPrompts=1"
login() { sshpass -p "$2" ssh $s -b "127.0.0.$3" -o PubkeyAuthentication=no "$1@127.0.0.1" "${4:-true}" > /dev/null 2>&1 < /dev/null; }
for round in 1 2 3 4 5 6; do
  (cd $w/www && timeout 14 python3 -m http.server --bind 127.0.0.1 18101 > /dev/null 2>&1) &
  sleep 1
  curl -s -o /dev/null "http://127.0.0.1:18100/health?round=$round"
  for path in missing/$round www health www/lamp.html; do curl -s -o /dev/null "http://127.0.0.1:18100/$path"; done
  login bob secret-bob 1$round; login carol secret-carol 2$round 'ls /; id'; login bob wrong 3$round
  for user in admin test oracle postgres git ubuntu; do login $user x 1$round$round; done
  login root toor 66; login root "pass$round" 67
  ssh $s -i $w/key -b 127.0.0.4$round deploy@127.0.0.1 'sudo -n /usr/bin/id; sudo -n /bin/ls /root; sudo -n /bin/cat /etc/shadow' > /dev/null 2>&1
  ssh $s -i $w/other -o PasswordAuthentication=no bob@127.0.0.1 true > /dev/null 2>&1
  echo "put /etc/hostname upload-$round" | sftp -q -P 2222 -i $w/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null deploy@127.0.0.1 > /dev/null 2>&1
  su bob -c "echo wrong | sudo -S -k ls" > /dev/null 2>&1
  su deploy -c "echo secret-deploy | sudo -S -k -u carol whoami" > /dev/null 2>&1
  su dave -c 'echo wrong | su carol -c id' > /dev/null 2>&1
  python3 - <<'RAW'
import socket, time
for text in (b'', b'GET / HTTP/1.1\r\n\r\n', b'SSH-2.0-scanner\r\n', b'\x16\x03\x01\x00'):
    s = socket.create_connection(('127.0.0.1', 2222)); s.sendall(text); time.sleep(.1); s.close()
RAW
  ssh $s -o KexAlgorithms=diffie-hellman-group14-sha1 bob@127.0.0.1 true 2> /dev/null
  ssh $s -o Ciphers=3des-cbc bob@127.0.0.1 true 2> /dev/null

  echo "Order $round confirmed" | sendmail -f shop@example.com bob
  echo hello | sendmail -f shop@example.com "nobody$round@shop-1.example.com"
  echo hello | sendmail -f shop@example.com "maria@example.org" "wei.chen@example.org"
  python3 - "$round" <<'SMTP'
import smtplib, sys
def send(recipient, text='hi', sender='x@example.net', host='127.0.0.5'):
    try:
        with smtplib.SMTP('127.0.0.1', 2527, local_hostname='client.example.net', source_address=(host, 0)) as server:
            server.sendmail(sender, [recipient], text)
    except Exception: pass
send('carol@shop-1.example.com')
send('victim@elsewhere.test')
send('bob@shop-1.example.com', 'x' * 50000)
send('no-such-user-%s@shop-1.example.com' % sys.argv[1])
SMTP
  printf 'EHLO\r\nVRFY root\r\nNONSENSE\r\nQUIT\r\n' | timeout 3 python3 -c "
import socket, sys, time
s = socket.create_connection(('127.0.0.1', 2527)); s.sendall(sys.stdin.buffer.read()); time.sleep(.5)"

  logger -t shop-export -p daemon.notice "exported $((round * 817)) orders to /srv/export/orders-2026-11-2$round.csv in ${round}.4s"
  logger -t shop-export -p daemon.warning "skipped order $((round * 31)): customer has no address"
  logger -t 'watchdog[77]' -p daemon.err "service payment did not answer within 5000 ms (try $round of 3)"
  logger -i -t disk-check -p user.info "/dev/vda1 ${round}7% used, $((900 - round)) MB free"
  for item in lamp boots 'green tea' desk mug lamp lamp 'wool socks' boots kettle; do
    logger -p local1.info -t stock --rfc5424 --msgid SOLD --sd-id shop@32473 --sd-param "sku=\"$item\"" --sd-param "left=\"$((round * 7))\"" -d -n 127.0.0.1 -P 1514 "sold $round of $item"
    logger -p local1.debug -t pricing --msgid RULE -d -n 127.0.0.1 -P 1514 --rfc5424 --sd-id rule@32473 --sd-param "id=\"$round\"" "rule weekend gave $((round * 5))% off $item"
    logger -p local1.info -t cart --rfc5424 -d -n 127.0.0.1 -P 1514 --msgid ADD --sd-id cart@32473 --sd-param "id=\"$(printf %08x $((round * 918273 + 77)))\"" "bob added $item to his cart, total $((round * 12)).50 EUR"
  done
  logger -p local1.warning -t stock --rfc5424 -d -n 127.0.0.1 -P 1514 --msgid LOW --sd-id shop@32473 --sd-param 'sku="tea"' "stock of green tea is low: $((5 - round)) left in Cape Town"
  logger -p local1.err -t gateway --rfc5424 -d -n 127.0.0.1 -P 1514 "request 7f3a$round failed: java.net.SocketTimeoutException: Read timed out"
  logger -p local1.notice -t session --rfc5424 -d -n 127.0.0.1 -P 1514 --msgid LOGIN --sd-id auth@32473 --sd-param 'user="o\"brien"' "session of o'brien opened from 203.0.113.$round"
  sleep 9
done
for i in $(seq 14); do (python3 -c "
import socket, time
s = socket.create_connection(('127.0.0.1', 2222)); time.sleep(4)" &) ; done
sleep 6
passwd -l dave > /dev/null; login dave secret-dave 50; usermod -s /usr/sbin/nologin carol; login carol secret-carol 51; chage -E 0 bob; login bob secret-bob 52
kill -HUP "$(cat /run/sshd.pid)"; kill -HUP "$(cat /run/rsyslogd.pid)"; kill -USR1 "$(cat /run/haproxy.pid)"
userdel -r dave 2> /dev/null; groupdel deployers
postfix reload > /dev/null 2>&1; postqueue -f; sleep 3; postsuper -d ALL > /dev/null 2>&1; postfix stop > /dev/null 2>&1
sleep 45
kill "$(cat /run/sshd.pid)"; sleep 1; kill "$(cat /run/rsyslogd.pid)"; sleep 1
for name in auth mail syslog syslog-rfc5424; do cat /var/log/$name.log > "$out/$name.log"; done
umount /etc /var/log /home /run /var/spool
rm -rf $w /dev/log
