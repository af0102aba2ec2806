@NullMarked
package vn.lienthong.document;

import org.jspecify.annotations.NullMarked;
