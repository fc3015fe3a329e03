package dev.winnow.storage.testkit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.control.Token;
import dev.winnow.storage.control.TokenHash;
import dev.winnow.storage.control.TokenStore;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link TokenStore} does. */
public abstract class TokenStoreContract extends ControlStoreContract {
  private TokenStore tokens() {
    return store().tokens();
  }

  private static TokenHash hash(int number) {
    return new TokenHash(String.format(Locale.ROOT, "%064x", number));
  }

  private static Token token(String id) {
    return Token.issue(id, "default", "of a test", Role.EDITOR, NOON, null);
  }

  @Test
  void givesBackWhatWasAdded() {
    Token plain = token("plain");
    Token full =
        new Token(
            "full",
            "default",
            "naïve 'name' \uD83D\uDD11",
            Role.ADMIN,
            NOON,
            secondsAfterNoon(1),
            secondsAfterNoon(2),
            secondsAfterNoon(3));
    tokens().add(plain, hash(1));
    tokens().add(full, hash(2));
    assertThat(tokens().find(hash(1))).hasValue(plain);
    assertThat(tokens().find(hash(2))).hasValue(full);
    assertThat(tokens().find(hash(3))).isEmpty();
  }

  @Test
  void keepsEveryRole() {
    for (Role role : Role.values()) {
      Token token = Token.issue(role.text(), "default", "of a test", role, NOON, null);
      tokens().add(token, hash(role.text().length()));
      assertThat(tokens().find(hash(role.text().length()))).hasValue(token);
      tokens().revoke("default", role.text(), NOON);
      assertThat(tokens().removeEndedBefore(secondsAfterNoon(1))).isOne();
    }
  }

  @Test
  void listsTheTokensOfOneTenantNewestFirst() {
    store().tenants().add(new Tenant("acme", "Acme", NOON));
    Token old = token("old");
    Token second = Token.issue("b", "default", "new", Role.VIEWER, secondsAfterNoon(9), null);
    Token first = Token.issue("a", "default", "new", Role.VIEWER, secondsAfterNoon(9), null);
    tokens().add(old, hash(1));
    tokens().add(second, hash(2));
    tokens().add(first, hash(3));
    tokens().add(Token.issue("other", "acme", "other", Role.ADMIN, NOON, null), hash(4));
    assertThat(tokens().list("default")).containsExactly(first, second, old);
    assertThat(tokens().list("acme")).extracting(Token::id).containsExactly("other");
    assertThat(tokens().list("nobody")).isEmpty();
  }

  @Test
  void refusesAnIdOrHashInUse() {
    tokens().add(token("one"), hash(1));
    assertRefused(ErrorCode.NAME_TAKEN, () -> tokens().add(token("one"), hash(2)));
    assertRefused(ErrorCode.NAME_TAKEN, () -> tokens().add(token("two"), hash(1)));
    assertThat(tokens().list("default")).containsExactly(token("one"));
  }

  @Test
  void refusesATenantThatDoesNotExist() {
    Token token = Token.issue("one", "nobody", "of a test", Role.ADMIN, NOON, null);
    assertRefused(ErrorCode.NOT_FOUND, () -> tokens().add(token, hash(1)));
    assertRefused(ErrorCode.NOT_FOUND, () -> tokens().addFirst(token, hash(1)));
  }

  @Test
  void refusesMoreTokensThanTheLimit() {
    for (int i = 0; i < TokenStore.MAX_PER_TENANT; i++) {
      tokens().add(token("t" + i), hash(i));
    }
    assertRefused(ErrorCode.LIMIT_REACHED, () -> tokens().add(token("one-more"), hash(-1)));
    store().tenants().add(new Tenant("acme", "Acme", NOON));
    Token other = Token.issue("other", "acme", "other", Role.ADMIN, NOON, null);
    tokens().add(other, hash(-2));
    assertThat(tokens().find(hash(-2))).hasValue(other);
  }

  @Test
  void revokesOnceAndOnlyForTheTenant() {
    Token token = token("one");
    Token revoked = token.withRevoked(secondsAfterNoon(5));
    tokens().add(token, hash(1));
    assertThat(tokens().revoke("acme", "one", secondsAfterNoon(4))).isEmpty();
    assertThat(tokens().revoke("default", "two", secondsAfterNoon(4))).isEmpty();
    assertThat(tokens().find(hash(1))).hasValue(token);
    assertThat(tokens().revoke("default", "one", secondsAfterNoon(5))).hasValue(revoked);
    assertThat(tokens().revoke("default", "one", secondsAfterNoon(6))).hasValue(revoked);
    assertThat(tokens().find(hash(1))).hasValue(revoked);
  }

  @Test
  void remembersTheLatestUse() {
    tokens().add(token("one"), hash(1));
    tokens().recordUse("one", secondsAfterNoon(60));
    tokens().recordUse("one", secondsAfterNoon(30));
    tokens().recordUse("nobody", secondsAfterNoon(90));
    assertThat(tokens().list("default"))
        .containsExactly(token("one").withLastUsed(secondsAfterNoon(60)));
  }

  @Test
  void removesWhatEndedBeforeATime() {
    tokens().add(token("valid"), hash(1));
    tokens().add(token("revoked"), hash(2));
    tokens()
        .add(
            Token.issue("expired", "default", "x", Role.VIEWER, NOON, secondsAfterNoon(5)),
            hash(3));
    tokens()
        .add(
            Token.issue("later", "default", "x", Role.VIEWER, NOON, secondsAfterNoon(10)), hash(4));
    tokens().revoke("default", "revoked", secondsAfterNoon(9));
    assertThat(tokens().removeEndedBefore(secondsAfterNoon(10))).isEqualTo(2);
    assertThat(tokens().list("default")).extracting(Token::id).containsExactly("later", "valid");
  }

  @Test
  void addsAFirstTokenOnlyWhereThereWasNone() {
    assertThat(tokens().addFirst(token("one"), hash(1))).isTrue();
    assertThat(tokens().addFirst(token("two"), hash(2))).isFalse();
    tokens().revoke("default", "one", NOON);
    assertThat(tokens().addFirst(token("two"), hash(2))).isFalse();
    assertThat(tokens().list("default")).extracting(Token::id).containsExactly("one");
  }

  @Test
  void addsOneFirstTokenOfManyAtATime() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int added = 0;
      for (Future<Boolean> result :
          threads.invokeAll(
              IntStream.range(0, 8)
                  .mapToObj(i -> (Callable<Boolean>) () -> addFirst(i))
                  .toList())) {
        added += result.get() ? 1 : 0;
      }
      assertThat(added).isOne();
    }
    assertThat(tokens().list("default")).hasSize(1);
  }

  private boolean addFirst(int i) {
    return tokens().addFirst(token("t" + i), hash(i));
  }
}
