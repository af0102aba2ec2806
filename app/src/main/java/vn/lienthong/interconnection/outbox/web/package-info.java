/** Messages that did not get away, on a page and over HTTP. */
@NullMarked
package vn.lienthong.interconnection.outbox.web;

import org.jspecify.annotations.NullMarked;
