package io.stockpile.connectors.gzip;

/** How the bytes of a gzip stream ended that nobody promised to be whole. */
public enum GzipEnding {
  /** With the trailer of a member, and every member was sound. */
  WHOLE,
  /** In the middle: what came out before is as good as what came in. */
  CUT,
  /** With bytes that no gzip stream has: what came out before is not to be trusted. */
  DAMAGED
}
