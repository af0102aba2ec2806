/**
 * The arithmetic of a procedure: scripts in a small part of the Groovy language, read by Groovy's own parser and worked
 * out here, so that nothing but the listed words can ever run. See docs/adr/0007.
 */
@NullMarked
package vn.lienthong.procedure.script;

import org.jspecify.annotations.NullMarked;
