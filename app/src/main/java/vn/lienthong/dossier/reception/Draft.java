package vn.lienthong.dossier.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A dossier that is being put together at the counter.
 *
 * @param papers by code: form and copies
 * @param seen topics that were saved at least once
 */
record Draft(
        UUID id,
        String owner,
        String procedure,
        String channel,
        Map<String, Object> applicant,
        Map<String, Object> data,
        Map<String, Object> papers,
        List<String> seen,
        Instant updatedAt) {

    /** Applicant and data as the forms know them: in one tree. */
    Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>(data);
        answers.put("applicant", applicant);
        return answers;
    }

    Draft with(Map<String, Object> newApplicant, Map<String, Object> newData, String topic, Instant now) {
        return new Draft(id, owner, procedure, channel, newApplicant, newData, papers, seeing(topic), now);
    }

    Draft withPapers(Map<String, Object> newPapers, String topic, Instant now) {
        return new Draft(id, owner, procedure, channel, applicant, data, newPapers, seeing(topic), now);
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
