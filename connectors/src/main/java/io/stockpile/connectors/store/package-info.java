/**
 * The contract of object stores, {@link io.stockpile.connectors.store.ObjectStore}, and its
 * implementations: local disks, S3, and Beam's file systems.
 */
package io.stockpile.connectors.store;
