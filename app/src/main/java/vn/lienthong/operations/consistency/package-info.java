/**
 * Whether everything that belongs together is there, once. Beside reporting the only place that looks into several schemas
 * at once; it only reads.
 */
@NullMarked
package vn.lienthong.operations.consistency;

import org.jspecify.annotations.NullMarked;
