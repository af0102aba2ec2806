package vn.lienthong.design;

/** A group of rules that look at the same side of a procedure. */
@FunctionalInterface
interface Rule {

    void check(Subject subject, Findings findings);
}
