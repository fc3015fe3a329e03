package dev.winnow.formats.bulk;

import dev.winnow.formats.bulk.BulkItem.Refusal;
import dev.winnow.formats.request.JsonMessage;
import dev.winnow.formats.request.JsonObjects;
import dev.winnow.formats.request.RequestCount;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.swar.EightBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads bulk requests. Reused for request after request, by one thread. */
public final class BulkDecoder {
  /*
   * A line that should be an action and is none is refused by itself. What follows it belongs to it
   * unless it is an action: so one bad line costs its own action, wherever it stands.
   */

  private static final Refusal NOT_ADDING =
      new Refusal("illegal_argument_exception", "records are only added, by create or index");
  private static final Refusal NO_ACTION =
      new Refusal(
          "illegal_argument_exception",
          "Malformed action/metadata line, expected one of [create, delete, index, update]");
  private static final Refusal NO_DOCUMENT =
      new Refusal("action_request_validation_exception", "no document follows the action");

  private final RequestCount count;
  private final JsonObjects objects;
  private final JsonMessage json = new JsonMessage();
  private final EcsPlaces places = new EcsPlaces();
  private byte[] in = {};
  private String usualIndex = "";
  private int from;
  private int to;
  private int next;
  private List<LogRecord> records = new ArrayList<>();
  private List<BulkItem> items = new ArrayList<>();

  /**
   * A decoder of requests within limits.
   *
   * @param maxRecords actions of a request; one with more is refused
   * @param maxValues values in all of its documents together; likewise
   */
  public BulkDecoder(int maxRecords, int maxValues) {
    count = new RequestCount(maxRecords, maxValues);
    objects = new JsonObjects(count);
  }

  /**
   * The records in {@code body}, which is used as working memory and means nothing afterwards.
   *
   * @param index where documents go whose actions do not say so
   * @param reference when the body was written at the latest, which matters for times without a
   *     year
   * @throws dev.winnow.kernel.WinnowException if it holds more than the limits, with {@code
   *     REQUEST_TOO_LARGE}
   */
  public BulkRequest decode(byte[] body, String index, Instant reference) {
    in = body;
    usualIndex = index;
    next = 0;
    records = new ArrayList<>();
    items = new ArrayList<>();
    count.begin();
    objects.begin(reference);
    while (nextLine()) {
      count.records(1);
      action();
    }
    return new BulkRequest(
        Collections.unmodifiableList(records), Collections.unmodifiableList(items));
  }

  /** Goes on to the next line that is not blank; false at the end. */
  private boolean nextLine() {
    boolean isBlank = true;
    while (isBlank && next < in.length) {
      from = next;
      int end = EightBytes.indexOf(in, from, in.length, (byte) '\n');
      to = end < 0 ? in.length : end;
      next = to + 1;
      isBlank = isBlank();
    }
    return !isBlank;
  }

  private boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (in[i] != ' ' && in[i] != '\t' && in[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private void action() {
    BulkAction action = BulkAction.read(json, in, from, to, usualIndex);
    if (action == null) {
      refuse(new BulkAction(BulkAction.INDEX, usualIndex, ""), NO_ACTION);
      passDocument();
    } else if (action.hasDocument() && !nextLine()) {
      refuse(action, NO_DOCUMENT);
    } else if (!action.isAdding()) {
      refuse(action, NOT_ADDING);
    } else if (objects.isObject(in, from, to)) {
      items.add(new BulkItem(action, Refusal.NONE));
      records.add(places.arrange(objects.read(in, from, to), action));
    } else {
      refuse(
          action, new Refusal("document_parsing_exception", "the document " + objects.objection()));
    }
  }

  /** Passes over the next line unless it is an action. */
  private void passDocument() {
    int here = next;
    if (nextLine() && BulkAction.read(json, in, from, to, usualIndex) != null) {
      next = here;
    }
  }

  private void refuse(BulkAction action, Refusal refusal) {
    items.add(new BulkItem(action, refusal));
  }
}
