package io.stockpile.connectors.stocktwits;

/**
 * Where records stand in a page.
 *
 * @param path the members to descend from the page's object, parted by dots, to one record or to a
 *     list of them
 */
public record Held(String path, RecordKind kind) {}
