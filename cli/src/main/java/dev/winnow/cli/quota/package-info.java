/**
 * The commands that set and show how much of a day a server keeps. They ask it as any other client
 * does.
 */
@NullMarked
package dev.winnow.cli.quota;

import org.jspecify.annotations.NullMarked;
