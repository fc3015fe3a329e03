package dev.winnow.server.access;

import dev.winnow.storage.control.Token;
import dev.winnow.storage.control.TokenSecret;

/** A new token with its secret, which nobody can be told again. */
public record IssuedToken(Token token, TokenSecret secret) {}
