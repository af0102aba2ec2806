/** Messages to applicants on pages and over HTTP. */
@NullMarked
package vn.lienthong.notification.web;

import org.jspecify.annotations.NullMarked;
