package dev.tocsin.filterpattern.parse;

/**
 * What to write instead; those with {@code %s} or {@code %d} are filled in with {@code formatted}.
 */
final class Fix {
  static final String LENGTH =
      "shorten it with `*`, or split it into two metric filters on the same metric";
  static final String END = "remove what follows";
  static final String INVISIBLE = "write a plain blank instead, or remove it";
  static final String CONDITION = "write a condition such as `$.eventName = \"DeleteTrail\"`";
  static final String CONDITIONS =
      "write conditions on its fields such as `{ $.eventName = \"DeleteTrail\" }`";
  static final String NEGATION = "there is no negation: use `!=` or `NOT EXISTS` in the conditions";
  static final String SWAPPED = "put the selector first: `%s %s %s`";
  static final String REMOVE = "remove the `%s`";
  static final String DANGLING = "remove the `%s` before it, or write another condition behind it";
  static final String PARENTHESES = "group conditions with `(` and `)`";
  static final String QUOTED_SELECTOR = "write the selector without quotes: `$.%s`";
  static final String REPEAT = "repeat the selector before each value, as in `%1$s %2$s %3$s`";
  static final String COMMENT = "a pattern has no comments: remove it";
  static final String DOLLAR = "begin the selector with `$.`: `$.%s`";
  static final String FUNCTION =
      "there are no functions: write `= \"text*\"` for a beginning, `= \"*text\"` for an end and"
          + " `= \"*text*\"` for a part";
  static final String AND = "write `&&`";
  static final String OR = "write `||`";
  static final String JOIN = "join the conditions with `&&` or `||`";
  static final String OPEN = "remove the `)`, or open it with `(`";
  static final String CLOSE = "close the `(` of offset %d with `)`";
  static final String BRACE = "close the pattern with `}`";
  static final String TWO_WORDS =
      "put a value with a blank into double quotes, `\"%1$s %2$s\"`; if a line break split one"
          + " word, write `%1$s%2$s`";

  static final String ROOT_NAME = "write `$.%s`";
  static final String ROOT_INDEX = "an event is an object: name a field first, as in `$.items[0]`";
  static final String ROOT = "name a field, as in `$.eventName`";
  static final String QUOTED_NAME = "quote a name with single quotes, as in `$.['cluster.name']`";
  static final String NAME = "use letters, digits, `_` and `-`, or quote the name: `.['name']`";
  static final String NAME_END = "close the name with `']`";
  static final String INDEX = "count from zero, as in `[0]`, or write `[*]` for any element";
  static final String WILDCARD = "name the element, as in `[0]`";
  static final String SELECTOR_BLANK = "a selector has no blanks: write `%s%s`";
  static final String GLUED = "put a blank before `%s`";

  static final String WRITE = "write `%s`";
  static final String REGEX_OPERATOR = "write `= %regex%`";
  static final String OPERATOR = "compare with one of these operators, using `*` for any text";
  static final String COLON = "write `=` in place of `:`";
  static final String NOT_EXISTS = "write `NOT EXISTS`";
  static final String EXISTS = "write `= *` for any text or number; only `NOT EXISTS` has the word";
  static final String IS_NOT =
      "there is no `IS NOT`: write `= *` for any text or number, `IS FALSE` for `false`";
  static final String IS = "write `=` to compare with a value";

  static final String DOUBLE_QUOTES = "use double quotes: `\"%s\"`";
  static final String PLAIN_QUOTES = "use the plain double quote `\"`";
  static final String QUOTE = "put the value into double quotes: `\"%s\"`";
  static final String SELECTOR_VALUE = "write a text or a number; two fields cannot be compared";
  static final String NULL =
      "write `NOT EXISTS` for a field that is left out, `IS NULL` for one that is null, or"
          + " `\"null\"` for the text";
  static final String VALUE = "write a word, a number, a text in double quotes or `%regex%`";
  static final String EXPONENT = "write a smaller number";
  static final String UNQUOTE = "remove the quotes: `%s`";
  static final String ORDER = "`<`, `<=`, `>` and `>=` compare numbers: use `=` or `!=`";
  static final String CLOSE_QUOTE = "close the quote of offset %d";

  static final String TWO_REGEXES = "join them with `|`, or use `*`";
  static final String PERCENT = "close the regular expression of offset %d";
  static final String REGEX_EMPTY = "write `*` to match any text";
  static final String ALTERNATIVE = "remove the `|`, or write what stands beside it";
  static final String GROUP = "there are no groups: write the alternatives out, as in `^a|^b`";
  static final String REGEX_CHARACTER = "write `.` for any character, or its code as in `\\x21`";
  static final String ESCAPE_IT = "write `\\%s`";
  static final String HEX = "write two hexadecimal digits, as in `\\x3A`";
  static final String ESCAPE = "write the character itself or its code as in `\\x3A`";
  static final String QUANTIFIER = "write one quantifier behind one character or class";
  static final String REPETITION = "write the numbers as in `{2,5}`, or `\\{` for the character";
  static final String CLASS = "close the class, as in `[a-z]`";
  static final String RANGE = "turn the range round, or write `\\-` for the character";
  static final String SMALL_REGEX = "repeat less often, or use `*` or `+`";

  static final String TERM = "write the word behind `%s`, or put it into double quotes";
  static final String TERM_CHARACTER = "put the term into double quotes: `\"%s\"`";
  static final String TERM_BLANK = "put a blank between the terms";
  static final String EMPTY_TERM = "remove it, or write a word between the quotes";

  static final String COLUMN = "begin a column with a letter or `_`, as in `[level, message]`";
  static final String COLUMN_END = "separate columns with `,` and close with `]`";
  static final String SAME_COLUMN = "write `%s` here; a condition is about its own column only";
  static final String NEW_COLUMN = "rename one of them";
  static final String ONE_ELLIPSIS = "keep one `...` and name the other columns";

  private Fix() {}
}
