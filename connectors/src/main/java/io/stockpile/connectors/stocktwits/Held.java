package io.stockpile.connectors.stocktwits;

/**
 * A place of records in a page.
 *
 * @param path the path from the page's object to a record or a list of records; member names
 *     separated by dots
 */
public record Held(String path, RecordKind kind) {}
