@NullMarked
package dev.winnow.server.syslog;

import org.jspecify.annotations.NullMarked;
