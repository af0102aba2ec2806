@NullMarked
package vn.lienthong.procedure.script;

import org.jspecify.annotations.NullMarked;
