/** The ports of the server: who may connect, how long a request may take, how large it may be. */
@NullMarked
package dev.winnow.server.listen;

import org.jspecify.annotations.NullMarked;
