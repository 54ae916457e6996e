package io.stockpile.connectors.store;

import java.io.Serializable;

/**
 * An object that is visible in a store.
 *
 * @param key the key relative to the store's root, with parts separated by slashes, without a
 *     leading one
 */
public record StoredObject(String key, long bytes) implements Serializable {}
