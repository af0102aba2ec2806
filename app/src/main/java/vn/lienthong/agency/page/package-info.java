/** Pages about agencies and the people in them. */
@NullMarked
package vn.lienthong.agency.page;

import org.jspecify.annotations.NullMarked;
