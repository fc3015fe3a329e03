@NullMarked
package dev.winnow.cli.client;

import org.jspecify.annotations.NullMarked;
