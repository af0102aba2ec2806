package vn.lienthong.workflow;

/**
 * One edition of one procedure.
 *
 * @param procedure key of the procedure, which is its folder and its BPMN process id
 * @param edition the day it takes effect, ISO date, the name of the sub-folder
 */
public record ProcessRef(String procedure, String edition) {

    static ProcessRef parse(String deploymentName) {
        int slash = deploymentName.indexOf('/');
        return new ProcessRef(deploymentName.substring(0, slash), deploymentName.substring(slash + 1));
    }

    @Override
    public String toString() {
        return procedure + "/" + edition;
    }
}
