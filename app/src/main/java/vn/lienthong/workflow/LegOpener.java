package vn.lienthong.workflow;

import java.util.Map;

/** Opens the dossier of another agency when a process reaches an agency leg. Implemented by interconnection. */
public interface LegOpener {

    /** What the engine has to start for a leg: which edition, under which dossier number. */
    record Leg(ProcessRef called, String businessKey) {}

    Leg open(String originKey, ProcessRef process, String callActivity, Map<String, String> properties);

    /**
     * Whether what was opened for a leg only found out where it goes; then it is opened once more.
     *
     * @param properties of the leg's element
     */
    boolean opensAgain(String originKey, Map<String, String> properties);

    /**
     * How a leg ended, in the words a gateway behind it may ask for as {@code ${legResult == 'refused'}}: {@code done},
     * {@code refused}, {@code withdrawn}.
     */
    String result(String legKey);
}
