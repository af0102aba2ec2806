/** What must not come in, tried from outside: two hundred and more bad inputs against the running product. */
@NullMarked
package vn.lienthong.input;

import org.jspecify.annotations.NullMarked;
