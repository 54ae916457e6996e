/** What the image of the bundle for one machine needs beside the bundle. */
package io.stockpile.deploy;
