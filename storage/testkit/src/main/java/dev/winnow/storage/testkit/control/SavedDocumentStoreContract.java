package dev.winnow.storage.testkit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.storage.control.SavedDocument;
import dev.winnow.storage.control.SavedDocumentStore;
import dev.winnow.storage.control.Tenant;
import org.junit.jupiter.api.Test;

/** What every {@link SavedDocumentStore} does. */
public abstract class SavedDocumentStoreContract extends ControlStoreContract {
  private SavedDocumentStore documents() {
    return store().savedDocuments();
  }

  private static SavedDocument view(String id, String name) {
    return new SavedDocument(
        id, "default", "view", "ann", name, "{ \"a\": \"\\u0000é'\" }", NOON, secondsAfterNoon(1));
  }

  @Test
  void givesBackWhatWasAddedToTheByte() {
    documents().add(view("1", "errors"));
    assertThat(documents().find("default", "1")).hasValue(view("1", "errors"));
    assertThat(documents().find("acme", "1")).isEmpty();
    assertThat(documents().find("default", "2")).isEmpty();
  }

  @Test
  void listsOneKindOfOneTenantByName() {
    store().tenants().add(new Tenant("acme", "Acme", NOON));
    SavedDocument query = new SavedDocument("3", "default", "query", "ann", "a", "{}", NOON, NOON);
    SavedDocument other = new SavedDocument("1", "acme", "view", "ann", "a", "{}", NOON, NOON);
    documents().add(view("1", "slow"));
    documents().add(view("2", "errors"));
    documents().add(query);
    documents().add(other);
    assertThat(documents().list("default", "view"))
        .containsExactly(view("2", "errors"), view("1", "slow"));
    assertThat(documents().list("default", "query")).containsExactly(query);
    assertThat(documents().list("acme", "view")).containsExactly(other);
    assertThat(documents().list("acme", "query")).isEmpty();
  }

  @Test
  void refusesAnIdOrNameInUse() {
    documents().add(view("1", "errors"));
    assertRefused(ErrorCode.NAME_TAKEN, () -> documents().add(view("1", "slow")));
    assertRefused(ErrorCode.NAME_TAKEN, () -> documents().add(view("2", "errors")));
    SavedDocument ofBob =
        new SavedDocument("2", "default", "view", "bob", "errors", "{}", NOON, NOON);
    documents().add(ofBob);
    assertThat(documents().list("default", "view")).containsExactly(view("1", "errors"), ofBob);
  }

  @Test
  void refusesATenantThatDoesNotExist() {
    assertRefused(
        ErrorCode.NOT_FOUND,
        () ->
            documents()
                .add(new SavedDocument("1", "nobody", "view", "ann", "a", "{}", NOON, NOON)));
  }

  @Test
  void replacesNameAndContent() {
    documents().add(view("1", "errors"));
    SavedDocument changed = view("1", "errors").with("faults", "{\"b\":1}", secondsAfterNoon(9));
    documents().replace(changed);
    assertThat(documents().list("default", "view")).containsExactly(changed);
  }

  @Test
  void refusesToReplaceWhatIsNotThereOrByANameInUse() {
    documents().add(view("1", "errors"));
    documents().add(view("2", "slow"));
    assertRefused(ErrorCode.NOT_FOUND, () -> documents().replace(view("3", "new")));
    assertRefused(
        ErrorCode.NOT_FOUND,
        () ->
            documents()
                .replace(new SavedDocument("1", "default", "view", "bob", "x", "{}", NOON, NOON)));
    assertRefused(ErrorCode.NAME_TAKEN, () -> documents().replace(view("2", "errors")));
    assertThat(documents().list("default", "view"))
        .containsExactly(view("1", "errors"), view("2", "slow"));
  }

  @Test
  void removesOnlyForTheTenant() {
    documents().add(view("1", "errors"));
    assertThat(documents().remove("acme", "1")).isFalse();
    assertThat(documents().remove("default", "1")).isTrue();
    assertThat(documents().remove("default", "1")).isFalse();
    assertThat(documents().list("default", "view")).isEmpty();
  }

  @Test
  void refusesMoreOfAKindThanTheLimit() {
    for (int i = 0; i < SavedDocumentStore.MAX_PER_KIND; i++) {
      documents().add(view("v" + i, "view " + i));
    }
    assertRefused(ErrorCode.LIMIT_REACHED, () -> documents().add(view("one-more", "more")));
    SavedDocument query =
        new SavedDocument("one-more", "default", "query", "ann", "a", "{}", NOON, NOON);
    documents().add(query);
    assertThat(documents().list("default", "query")).containsExactly(query);
  }
}
