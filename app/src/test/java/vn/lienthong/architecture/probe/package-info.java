/** A little application that breaks the rule, so that the gate is seen to catch it. */
@NullMarked
package vn.lienthong.architecture.probe;

import org.jspecify.annotations.NullMarked;
