package io.stockpile.connectors.store;

/**
 * A small object's content together with the version it was read at.
 *
 * @param version opaque; to be handed to {@link ObjectStore#putIfUnchanged}
 */
public record Versioned(byte[] content, String version) {}
