package io.stockpile.connectors.store;

/**
 * The content of a small object with its version.
 *
 * @param version an opaque value for {@link ObjectStore#putIfUnchanged}
 */
public record Versioned(byte[] content, String version) {}
