/** The comparison with the national portal on a page, as a table to keep, and over HTTP. */
@NullMarked
package vn.lienthong.interconnection.portal.web;

import org.jspecify.annotations.NullMarked;
