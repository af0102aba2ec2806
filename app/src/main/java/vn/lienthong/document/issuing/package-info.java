/** What diagrams make documents do: issue a result, take a number. */
@NullMarked
package vn.lienthong.document.issuing;

import org.jspecify.annotations.NullMarked;
