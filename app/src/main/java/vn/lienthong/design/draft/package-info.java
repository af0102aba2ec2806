/** Published descriptions of procedures become drafts of folders, with what a person must still decide. */
@NullMarked
package vn.lienthong.design.draft;

import org.jspecify.annotations.NullMarked;
