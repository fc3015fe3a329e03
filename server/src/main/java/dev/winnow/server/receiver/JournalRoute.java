package dev.winnow.server.receiver;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import dev.winnow.server.listen.BodyStream;
import dev.winnow.server.listen.HttpHead;
import dev.winnow.server.listen.HttpReply;
import dev.winnow.server.listen.StreamRoute;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The upload of systemd's journal. The sender adds to a request as long as its journal has more,
 * and keeps in mind what it sent last when that is answered; without an answer it sends all of it
 * again.
 */
public final class JournalRoute implements StreamRoute {
  public static final String PATH = "/upload";

  static final String NAME = "journald";

  private static final String MEDIA_TYPE = "application/vnd.fdo.journal";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int OK = 200;

  private final Feed feed;
  private final Counter cut;

  public JournalRoute(Feed feed, MeterRegistry metrics) {
    this.feed = feed;
    cut =
        Counter.builder("winnow.journal.entries.cut")
            .description("Entries of journals of which a field was longer than is kept")
            .register(metrics);
  }

  @Override
  public String receiver() {
    return NAME;
  }

  @Override
  public HttpReply answer(Principal sender, HttpHead head, BodyStream body) {
    requireJournal(head);
    String source = sender.tokenId().isEmpty() ? head.peer() : sender.tokenId();
    JournalUpload upload = new JournalUpload(sender.tenantId(), source, feed, body);
    try {
      upload.store();
    } finally {
      cut.increment((double) upload.cut());
    }
    return HttpReply.of(OK, TEXT, "stored\n");
  }

  private static void requireJournal(HttpHead head) {
    String encoding = head.header("Content-Encoding");
    if (!head.mediaType().equals(MEDIA_TYPE)) {
      throw new WinnowException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "the content type '" + head.mediaType() + "' is not " + MEDIA_TYPE);
    }
    if (!encoding.isEmpty() && !encoding.equals("identity")) {
      throw new WinnowException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "the content encoding '" + encoding + "' is not understood here; send without");
    }
  }

  @Override
  public HttpReply refuse(HttpHead head, WinnowException reason) {
    return HttpReply.of(reason.code().httpStatus(), TEXT, reason.getMessage() + "\n");
  }
}
