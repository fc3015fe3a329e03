/** {@code winnow import}: sends what is in logs to a server, which takes each part of them once. */
@NullMarked
package dev.winnow.cli.transfer;

import org.jspecify.annotations.NullMarked;
