package vn.lienthong.worklist;

/** How many lines each queue holds for an officer; {@link #MOST} stands for "so many or more". */
public record Counts(int mine, int team, int dueSoon, int overdue, int waiting, int followUp) {

    /** Counting stops here: nobody acts differently on 1,000 and on 1,200 lines, and the page must stay fast. */
    public static final int MOST = 1_000;

    public int of(Queue queue) {
        return switch (queue) {
            case MINE -> mine;
            case TEAM -> team;
            case DUE_SOON -> dueSoon;
            case OVERDUE -> overdue;
            case WAITING -> waiting;
            case FOLLOW_UP -> followUp;
        };
    }

    /** Where work begins: what the officer has taken, or else what lies with the team. */
    public Queue beginning() {
        return mine > 0 ? Queue.MINE : Queue.TEAM;
    }
}
