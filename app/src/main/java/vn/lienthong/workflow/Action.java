package vn.lienthong.workflow;

import java.util.Map;

/**
 * Something a service task makes the product do, inside the engine's transaction. A module offers it as a bean; the
 * diagram names it as {@code ${module.verbNoun}}.
 */
public interface Action {

    /** {@code module.verbNoun}, for example {@code notification.notifyApplicant}. */
    String name();

    /** @param properties what the designer wrote on the service task */
    void perform(String businessKey, ProcessRef process, String element, Map<String, String> properties);
}
