/** Hand-overs as people look at them. */
@NullMarked
package vn.lienthong.interconnection.web;

import org.jspecify.annotations.NullMarked;
