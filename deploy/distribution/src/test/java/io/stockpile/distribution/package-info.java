/** The distribution that is unpacked and run, without Maven and without a checkout. */
package io.stockpile.distribution;
