/** Who may do what where, tried from outside. */
@NullMarked
package vn.lienthong.rights;

import org.jspecify.annotations.NullMarked;
