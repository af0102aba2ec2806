@NullMarked
package vn.lienthong.web;

import org.jspecify.annotations.NullMarked;
