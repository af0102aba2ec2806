/**
 * A copy of everything that an installation needs to go on elsewhere: the rows of all tables, as they were at one moment, and
 * the keys that lie in files. Taken beside running nodes; put back only where nothing is.
 */
@NullMarked
package vn.lienthong.operations.backup;

import org.jspecify.annotations.NullMarked;
