@NullMarked
package dev.winnow.server.records;

import org.jspecify.annotations.NullMarked;
