/** Strict decoding and proof of gzip files of one or several members. */
package io.stockpile.connectors.gzip;
