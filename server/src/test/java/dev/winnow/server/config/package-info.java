@NullMarked
package dev.winnow.server.config;

import org.jspecify.annotations.NullMarked;
