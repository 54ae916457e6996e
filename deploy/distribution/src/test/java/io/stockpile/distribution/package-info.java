/** Tests of the distribution, which is unpacked and run without Maven and without a checkout. */
package io.stockpile.distribution;
