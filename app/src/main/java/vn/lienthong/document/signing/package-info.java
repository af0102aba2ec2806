/** Electronic signatures of results (PAdES baseline B): keys of officials and agencies, signing, and telling what a signature is worth. */
@NamedInterface("signing")
@NullMarked
package vn.lienthong.document.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
