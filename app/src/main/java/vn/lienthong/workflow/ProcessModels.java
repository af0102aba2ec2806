package vn.lienthong.workflow;

import org.springframework.stereotype.Component;

/** The diagrams of deployed editions. */
@Component
public class ProcessModels {

    private final Definitions definitions;

    ProcessModels(Definitions definitions) {
        this.definitions = definitions;
    }

    public ProcessModel of(ProcessRef ref) {
        return definitions.model(definitions.id(ref));
    }

    /** The BPMN file itself. */
    public byte[] xml(ProcessRef ref) {
        return definitions.xml(definitions.id(ref));
    }

    /** @throws UnreadableModel when the bytes are no BPMN */
    public static ProcessModel parse(byte[] bpmn) {
        return ProcessModelParser.parse(bpmn);
    }
}
