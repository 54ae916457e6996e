/**
 * The object-store contract, {@link io.stockpile.connectors.store.ObjectStore}, and what implements
 * it: local disks, S3, and Beam's file systems.
 */
package io.stockpile.connectors.store;
