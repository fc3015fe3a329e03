@NullMarked
package dev.winnow.formats.syslog;

import org.jspecify.annotations.NullMarked;
