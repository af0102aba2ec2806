package vn.lienthong.deadline;

/** Work that nobody asks for when it is due. Every node does some of it; no two do the same at the same time. */
interface Chore {

    /**
     * Does a little, in transactions of its own.
     *
     * @return whether something was done, so that there may be more
     */
    boolean doSome();
}
