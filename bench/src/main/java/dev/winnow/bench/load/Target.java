package dev.winnow.bench.load;

/**
 * Where a server listens.
 *
 * @param token sent with each request, unless it is empty
 */
record Target(String host, int port, String token) {}
