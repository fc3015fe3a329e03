@NullMarked
package dev.winnow.cli.query;

import org.jspecify.annotations.NullMarked;
