package dev.winnow.kernel.severity;

import dev.winnow.kernel.record.SeverityNumber;
import java.util.Locale;
import java.util.StringTokenizer;

/** The names of severities, as data. A row is a severity and what sources call it. */
final class LevelNames {
  /** Names that mean a level as a severity text and, in the right place, within a body. */
  static final String WORDS =
      """
      TRACE   trace trce trc vrb t finest
      DEBUG   debug dbug dbg verbose d
      INFO    info inf information informational i
      INFO2   notice
      WARN    warn warning wrn w
      ERROR   error err eror fail severe e
      ERROR2  crit dpanic
      ERROR3  alert
      FATAL   fatal ftl critical emerg emergency panic f
      """;

  /** The same in languages other than English. */
  static final String TRANSLATED_WORDS =
      """
      TRACE   трассировка 跟踪 追踪 トレース
      DEBUG   débogage debogage depuración depuracion depuração depuracao отладка 调试 偵錯 除錯
      DEBUG   デバッグ 詳細 디버그
      INFO    infos información informacion informazione informazioni informação informacao
      INFO    informações informacoes informatie informacja информация инфо сведения інформація
      INFO    信息 資訊 情報 정보 bilgi bİlgİ πληροφορίες معلومات
      INFO2   hinweis avis notifica замечание уведомление 通知 알림
      WARN    warnung avertissement attention advertencia aviso avviso attenzione avvertimento
      WARN    avvertenza advertência waarschuwing ostrzeżenie ostrzezenie предупреждение внимание
      WARN    попередження 警告 注意 경고 uyarı uyari varning advarsel varoitus varování varovani
      WARN    upozornění upozorneni figyelmeztetés figyelmeztetes avertizare avertisment
      WARN    προειδοποίηση peringatan คำเตือน تحذير هشدار אזהרה चेतावनी
      ERROR   fehler schwerwiegend erreur grave échec fallo errore erro falha fout ernstig błąd blad
      ERROR   ошибка помилка 错误 錯誤 严重 嚴重 异常 失败 エラー 例外 오류 에러 심각 hata fel feil fejl
      ERROR   virhe chyba hiba eroare σφάλμα kesalahan galat lỗi ข้อผิดพลาด خطأ خطا שגיאה त्रुटि
      ERROR3  alarm alerte alerta allarme тревога
      FATAL   kritisch notfall panik critique fatale urgence crítico critico emergencia emergência
      FATAL   emergenza kritiek fataal krytyczny katastrofalny критический критично важно паника
      FATAL   авария 致命 致命错误 紧急 重大 致命的 致命的エラー 緊急 치명적 위험 긴급 kritik krİtİk
      FATAL   ölümcül kritisk kriittinen
      """;

  /** Names that are too common as words to mean a level within a body. */
  static final String TEXTS =
      """
      TRACE        silly v trac
      DEBUG        debu finer debug1 debug5 d1 d2 d3 d4 d5
      DEBUG2       fine
      DEBUG3       config
      DEBUG4       http
      INFO         log note normal system success audit
      INFO         detail hint context statement query location
      INFO         日志 提示 ログ 로그 сообщение
      INFO2        nota uwaga
      WARN         deprecated deprecation
      ERROR        failure failed exception
      FATAL        c a fata assert wtf fault
      UNSPECIFIED  unspecified notset unset default none null nil undefined n/a -
      """;

  static final NameTable TABLE = table();

  /** One row for each last byte: bit n stands for the bytes before it whose lowest bits are n. */
  private static final int[] ENDS = ends();

  private LevelNames() {}

  /**
   * Whether a name that means a level within a body may end with these bytes of ASCII; right when
   * it says no.
   */
  static boolean mayEndWith(byte before, byte last) {
    return last >= 0 && (ENDS[last | 0x20] >>> before & 1) != 0;
  }

  private static int[] ends() {
    int[] ends = new int[128];
    StringTokenizer names = new StringTokenizer(WORDS + TRANSLATED_WORDS);
    while (names.hasMoreTokens()) {
      String name = names.nextToken().toLowerCase(Locale.ROOT);
      int last = name.charAt(name.length() - 1);
      if (last < ends.length) {
        ends[last] |= name.length() == 1 ? -1 : 1 << name.charAt(name.length() - 2);
      }
    }
    return ends;
  }

  private static NameTable table() {
    NameTable table = new NameTable();
    putRows(WORDS, true, table);
    putRows(TRANSLATED_WORDS, true, table);
    putRows(TEXTS, false, table);
    for (SeverityNumber severity : SeverityNumber.values()) {
      String name = severity.name().toLowerCase(Locale.ROOT);
      table.put(name, severity.number(), severity == severity.range() && severity.number() > 0);
      table.put("severity_number_" + name, severity.number(), false);
    }
    putGoSteps(table);
    putNumbers(table);
    return table;
  }

  private static void putRows(String rows, boolean isWord, NameTable table) {
    rows.lines().forEach(row -> putRow(row, isWord, table));
  }

  private static void putRow(String row, boolean isWord, NameTable table) {
    StringTokenizer cells = new StringTokenizer(row);
    int number = SeverityNumber.valueOf(cells.nextToken()).number();
    while (cells.hasMoreTokens()) {
      table.put(cells.nextToken(), number, isWord);
    }
  }

  /** Go's slog writes a level between two names as {@code INFO+2}, or {@code DEBUG-4} for trace. */
  private static void putGoSteps(NameTable table) {
    for (int step = 1; step <= SeverityNumber.RANGE; step++) {
      table.put("debug-" + step, SeverityNumber.DEBUG.number() - step, false);
      for (String name : new String[] {"debug", "info", "warn", "error"}) {
        int number = SeverityNumber.valueOf(name.toUpperCase(Locale.ROOT)).number() + step;
        table.put(name + "+" + step, number, false);
      }
    }
  }

  /**
   * Numbers that come without the name of their scale. The ranges do not meet: syslog's, which GELF
   * writes as a level, then those of pino and of Log4j; any other number is not understood.
   */
  private static void putNumbers(NameTable table) {
    for (int number = 0; number <= 7; number++) {
      putNumber(number, NumberScale.SYSLOG, table);
    }
    for (int number = 10; number < 70; number++) {
      putNumber(number, NumberScale.PINO, table);
    }
    for (int number = 5_000; number <= 50_000; number += 5_000) {
      putNumber(number, NumberScale.LOG4J, table);
    }
    for (int priority = 0; priority < 8 * 24; priority++) {
      table.put("<" + priority + ">", NumberScale.SYSLOG.entry(priority % 8), false);
    }
  }

  private static void putNumber(int number, NumberScale scale, NameTable table) {
    table.put(Integer.toString(number), scale.entry(number), false);
  }
}
