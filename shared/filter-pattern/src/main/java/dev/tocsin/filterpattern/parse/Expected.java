package dev.tocsin.filterpattern.parse;

/** What could have stood at the place of a problem. */
final class Expected {
  static final String LENGTH = "at most 1,024 characters";
  static final String END = "the end of the pattern";
  static final String CONDITION = "a condition that begins with `$.`";
  static final String OPERATOR = "`=`, `!=`, `<`, `<=`, `>`, `>=`, `IS` or `NOT EXISTS`";
  static final String EXISTS = "`EXISTS`";
  static final String NULL_TRUE_FALSE = "`NULL`, `TRUE` or `FALSE`";
  static final String JOIN_OR_PARENTHESIS = "`&&`, `||` or `)`";
  static final String JOIN_OR_BRACE = "`&&`, `||` or `}`";

  static final String DOT = "`.`";
  static final String NAME = "a field name";
  static final String INDEX = "an index or `*`";
  static final String SMALL_INDEX = "an index of at most 2147483647";
  static final String BRACKET = "`]`";
  static final String NAME_END = "`']`";
  static final String ONE_WILDCARD = "at most 1 wildcard in a selector";
  static final String THREE_WILDCARDS = "at most 3 wildcards in a pattern";

  static final String VALUE = "a value";
  static final String VALUE_CHARACTER =
      "a letter, a digit, `_`, `-`, `.` or `*` in an unquoted value";
  static final String NUMBER = "an unquoted number";
  static final String EXPONENT = "an exponent of at most 2147483647";
  static final String QUOTE = "a closing `\"`";

  static final String TWO_REGEXES = "at most 2 regular expressions in a pattern";
  static final String PERCENT = "a closing `%`";
  static final String REGEX = "a regular expression";
  static final String REGEX_CHARACTER = "a character that regular expressions may hold";
  static final String ESCAPE = "`d`, `D`, `s`, `S`, `w`, `W`, `x` or punctuation behind `\\`";
  static final String HEX = "two hexadecimal digits behind `\\x`";
  static final String REPEATED = "a character or class before the quantifier";
  static final String REPETITION = "`{n}`, `{n,}` or `{n,m}` with n <= m <= 1000";
  static final String CLASS_END = "a character class closed by `]`";
  static final String RANGE = "a range that ascends";
  static final String SMALL_REGEX = "at most 2000 characters with repetitions written out";

  static final String TERM = "a word, or a phrase in double quotes";
  static final String TERM_CHARACTER = "a letter, a digit, `_` or `.` in an unquoted term";
  static final String BLANK = "a blank";

  static final String COLUMN = "a column name, `...`, `,` or `]`";
  static final String COLUMN_END = "`&&`, `||`, `,` or `]`";
  static final String COLUMN_OPERATOR = "`=`, `!=`, `<`, `<=`, `>`, `>=`, `,` or `]`";
  static final String SAME_COLUMN = "the column's own name";
  static final String NEW_COLUMN = "a name that no other column has";
  static final String ONE_ELLIPSIS = "at most one `...`";

  private Expected() {}
}
