package vn.lienthong.dossier.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that is being put together at the counter.
 *
 * @param papers by code: form and copies
 * @param intake who helped to file it, or how the post brought it
 * @param seen topics that were saved at least once
 * @param visit on whose receipt it will stand
 */
record Draft(
        UUID id,
        String owner,
        String procedure,
        String channel,
        Map<String, Object> applicant,
        Map<String, Object> data,
        Map<String, Object> papers,
        Map<String, Object> intake,
        List<String> seen,
        @Nullable UUID visit,
        Instant updatedAt) {

    /** Applicant and data as the forms know them: in one tree. */
    Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>(data);
        answers.put("applicant", applicant);
        return answers;
    }

    Draft with(Map<String, Object> newApplicant, Map<String, Object> newData, String topic, Instant now) {
        return new Draft(
                id, owner, procedure, channel, newApplicant, newData, papers, intake, seeing(topic), visit, now);
    }

    /** The same answers with what is known of people; nobody has looked at the topic because of that. */
    Draft knowing(Map<String, Object> newApplicant, Map<String, Object> newData, Instant now) {
        return new Draft(id, owner, procedure, channel, newApplicant, newData, papers, intake, seen, visit, now);
    }

    Draft withPapers(Map<String, Object> newPapers, String topic, Instant now) {
        return new Draft(id, owner, procedure, channel, applicant, data, newPapers, intake, seeing(topic), visit, now);
    }

    Draft withIntake(Map<String, Object> newIntake, String topic, Instant now) {
        return new Draft(id, owner, procedure, channel, applicant, data, papers, newIntake, seeing(topic), visit, now);
    }

    private List<String> seeing(String topic) {
        if (seen.contains(topic)) {
            return seen;
        }
        List<String> more = new ArrayList<>(seen);
        more.add(topic);
        return more;
    }
}
