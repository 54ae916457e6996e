package io.stockpile.pipeline.report.page.picture;

/**
 * Writes HTML. All text and all attribute values are escaped, so they cannot become markup whatever
 * they contain. Not thread-safe.
 */
public final class Markup {
  private final StringBuilder html = new StringBuilder(1 << 16);

  /**
   * Begins an element.
   *
   * @param attributes names and values alternately
   */
  public Markup open(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int at = 0; at < attributes.length; at += 2) {
      html.append(' ').append(attributes[at]).append("=\"");
      escape(attributes[at + 1]);
      html.append('"');
    }
    html.append('>');
    return this;
  }

  public Markup close(String tag) {
    html.append("</").append(tag).append(">\n");
    return this;
  }

  public Markup text(String text) {
    escape(text);
    return this;
  }

  /** Writes an element that contains only text. */
  public Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).closeInline(tag);
  }

  /** Ends an element without a line break after it. */
  public Markup closeInline(String tag) {
    html.append("</").append(tag).append('>');
    return this;
  }

  /** Writes the head row of a table. */
  public Markup head(String... titles) {
    html.append("<thead><tr>");
    for (String title : titles) {
      html.append("<th scope=col>");
      escape(title);
    }
    html.append("<tbody>\n");
    return this;
  }

  /** Writes a row of a table; its first cell is the head of the row. */
  public Markup row(String... cells) {
    html.append("<tr><th scope=row>");
    escape(cells[0]);
    for (int column = 1; column < cells.length; column++) {
      html.append("<td>");
      escape(cells[column]);
    }
    html.append('\n');
    return this;
  }

  /** Writes a style sheet or script of this program without escaping. */
  public Markup own(String tag, String content) {
    if (content.contains("</")) {
      throw new IllegalArgumentException("What stands in <" + tag + "> would end it");
    }
    html.append('<').append(tag).append('>').append(content);
    return close(tag);
  }

  private void escape(String text) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      switch (character) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(isPlain(character) ? character : '\uFFFD');
      }
    }
  }

  /**
   * False for control characters and for those that change the direction of writing; such
   * characters are replaced.
   */
  private static boolean isPlain(char character) {
    boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
    boolean turning =
        (character >= '\u202A' && character <= '\u202E')
            || (character >= '\u2066' && character <= '\u2069');
    return !control && !turning;
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
