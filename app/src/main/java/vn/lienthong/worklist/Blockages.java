package vn.lienthong.worklist;

/** What stands still at the caller's agencies although no open step is to blame; whoever looks into other modules answers. */
public interface Blockages {

    /** How many: silent hand-overs, clocks without a step, messages that do not get out. */
    int count();
}
