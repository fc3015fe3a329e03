package dev.winnow.cli.mine;

import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.console.Progress;
import dev.winnow.core.miner.Template;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.input.LineReader;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.form.FormScanner;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Tells for every line which template it has: as known at once, or after all were read. */
final class Assignment {
  /** The share of the heap that ids may take. */
  private static final int HEAP_SHARE = 2;

  private final TemplateMiner miner;
  private final boolean typed;
  private final FormScanner forms = new FormScanner();
  private final LineBodies bodies = new LineBodies();
  private final TemplateIds ids = new TemplateIds();
  private final long maxLines = Runtime.getRuntime().maxMemory() / HEAP_SHARE / Long.BYTES;

  Assignment(TemplateMiner miner, boolean typed) {
    this.miner = miner;
    this.typed = typed;
  }

  /** Reads an input and keeps the id of every line. */
  void read(Input input, Progress progress) throws IOException {
    LineReader lines = new LineReader(input);
    while (lines.next()) {
      if (ids.size() >= maxLines) {
        throw new WinnowException(
            ErrorCode.BUDGET_TOO_SMALL,
            "--assign keeps 8 bytes for every line, and has room for "
                + maxLines
                + " lines; use --online, or raise -Xmx in WINNOW_JAVA_OPTS");
      }
      ids.add(add(lines));
      progress.update(input, lines.lines());
    }
  }

  /** Reads an input and prints every line's template as it is known then. */
  void print(Input input, Progress progress, Output out) throws IOException {
    LineReader lines = new LineReader(input);
    while (!out.isClosed() && lines.next()) {
      out.line(row(add(lines)));
      if (lines.isDrained()) {
        out.flush();
      }
      progress.update(input, lines.lines());
    }
  }

  /** Prints the template of every line that was read. */
  void print(Output out) {
    Map<Long, String> rows = new HashMap<>();
    for (long i = 0; i < ids.size() && !out.isClosed(); i++) {
      out.line(rows.computeIfAbsent(ids.get(i), this::row));
    }
  }

  private long add(LineReader lines) {
    bodies.read(lines);
    return miner.add(forms, forms.scan(bodies.bytes(), bodies.from(), bodies.to()));
  }

  private String row(long id) {
    Template template = miner.template(id);
    return template == null
        ? new Template(miner.resolve(id), "").hexId() + "\t<*>"
        : template.hexId() + "\t" + Printable.of(text(template, typed));
  }

  static String text(Template template, boolean typed) {
    return typed ? template.typedText() : template.untypedText();
  }
}
