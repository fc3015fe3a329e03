/**
 * The ports of syslog. Its senders have no tokens: {@link dev.winnow.server.syslog.SyslogReceiver}
 * knows them by their networks. They are never answered, so over TCP nothing is read from a sender
 * before what it has sent is durable, and over UDP what finds no room is counted and lost.
 */
@NullMarked
package dev.winnow.server.syslog;

import org.jspecify.annotations.NullMarked;
