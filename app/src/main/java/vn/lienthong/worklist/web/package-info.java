/** The pages of the worklist: the queues, one step, the supervisor's board. */
@NullMarked
package vn.lienthong.worklist.web;

import org.jspecify.annotations.NullMarked;
