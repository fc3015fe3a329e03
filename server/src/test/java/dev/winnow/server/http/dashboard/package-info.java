@NullMarked
package dev.winnow.server.http.dashboard;

import org.jspecify.annotations.NullMarked;
