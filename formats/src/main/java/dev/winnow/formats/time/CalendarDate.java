package dev.winnow.formats.time;

/** Days of the proleptic Gregorian calendar, counted without allocation. */
final class CalendarDate {
  private static final int DAYS_OF_ERA = 146_097;
  private static final int DAYS_BEFORE_1970 = 719_468;

  private CalendarDate() {}

  /**
   * Days since 1970-01-01. Years begin in March, so that the leap day is the last of its year.
   *
   * @see <a href="https://howardhinnant.github.io/date_algorithms.html">H. Hinnant,
   *     chrono-Compatible Low-Level Date Algorithms</a>
   */
  static long epochDay(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int monthFromMarch = (month + 9) % 12;
    int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return (long) era * DAYS_OF_ERA + dayOfEra - DAYS_BEFORE_1970;
  }
}
